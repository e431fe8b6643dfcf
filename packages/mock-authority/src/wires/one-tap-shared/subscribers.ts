import type { Carrier } from "../../personas/people.ts";
import type { Registry } from "../../personas/registry.ts";

/** Who a scenario is about: the first person on record with this carrier, or with any. */
export function subscriberOf(
  registry: Registry,
  carrier?: Carrier,
): { readonly id: string; readonly phone: string } {
  for (const persona of registry.personas) {
    if (persona.kind !== "person" || persona.phone === undefined) continue;
    if (carrier === undefined || persona.carrier === carrier) return { id: persona.id, phone: persona.phone };
  }
  throw new Error(`there is no subscriber${carrier === undefined ? "" : ` of ${carrier}`}`);
}

/** Well-formed, and nobody's: segment 164 is not assigned to subscribers. */
export const UNKNOWN_PHONE = "16499999999";
