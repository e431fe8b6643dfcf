import type { Check } from "./check.ts";
import type { SealedCheck } from "./check-fields.ts";
import type { Field } from "./field.ts";
import type { Capability } from "./provider.ts";
import { fieldsOf } from "./walk-check.ts";

/**
 * Whether a capability covers a check: the same kind, exactly the same fields, and one of its modes where it names some.
 * A capability with more fields would need consent for them, one with fewer would not check all that was asked.
 *
 * With the check as type argument, the parts that the fields promise are there for the compiler too.
 *
 * @param fields - what {@link fieldsOf} says of the check, for a caller that has it already
 *
 * @example
 * ```ts
 * import { fits, type Capability, type SealedCheck } from "@shiming/contract";
 *
 * type ThreeElements = { kind: "phone"; phone: string; name: string; idNumber: string };
 * const capability: Capability = { kind: "phone", fields: ["mobile-number", "name", "id-document-number"] };
 *
 * export const idNumberOf = (check: SealedCheck) =>
 *   fits<ThreeElements>(capability, check) ? check.idNumber : undefined;
 * ```
 */
export function fits<C extends Check>(capability: Capability, check: SealedCheck): check is SealedCheck<C>;
export function fits(capability: Capability, check: Check | SealedCheck, fields?: readonly Field[]): boolean;
export function fits(
  { kind, fields: covered, modes }: Capability,
  check: Check | SealedCheck,
  fields?: readonly Field[],
): boolean {
  if (check.kind !== kind) return false;
  if (modes !== undefined && !(check.kind === "network-identity" && modes.includes(check.mode))) return false;
  const sent = fields ?? fieldsOf(check);
  return covered.every((field) => sent.includes(field)) && sent.every((field) => covered.includes(field));
}
