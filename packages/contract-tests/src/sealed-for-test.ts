import type { Check, Sealed, SealedCheck } from "@shiming/contract";
import { providerContext } from "./provider-context.ts";

/** A sealed check, and the one way to open it. */
export interface SealedForTest<C extends Check = Check> {
  readonly check: SealedCheck<C>;
  /** Opens what was sealed, once each, and writes down the field. */
  readonly reveal: (sealed: Sealed) => string;
  /** The fields that were opened, in order. */
  readonly opened: readonly string[];
}

/**
 * Seals a check for the test of a function that builds a request, and tells what that opens. Opening a value twice throws:
 * each opening is a line in the record of disclosures.
 *
 * @example
 * ```ts
 * import { sealedForTest } from "@shiming/contract-tests";
 *
 * const { check, reveal, opened } = sealedForTest({ kind: "phone", phone: "16400000001", name: "某一一" });
 * console.log(reveal(check.name), opened); // 某一一 [ 'name' ]
 * ```
 */
export function sealedForTest<C extends Check>(check: C): SealedForTest<C> {
  const context = providerContext();
  const opened: string[] = [];
  const seen = new Set<Sealed>();
  const reveal = (sealed: Sealed): string => {
    if (seen.has(sealed)) throw new Error(`${sealed.field} was opened twice`);
    seen.add(sealed);
    opened.push(sealed.field);
    return context.reveal(sealed);
  };
  return { check: context.sealFor(check), reveal, opened };
}
