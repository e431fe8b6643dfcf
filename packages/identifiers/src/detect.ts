import { creditCode } from "./credit-code.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { mobileNumber } from "./mobile-number.ts";
import { personName } from "./person-name.ts";
import { residentId } from "./resident-id.ts";

/** The kinds this package knows, by the names of their exports. */
export type IdentifierName = "residentId" | "creditCode" | "mobileNumber" | "personName";

const KINDS: Readonly<Record<IdentifierName, IdentifierKind<unknown>>> = {
  residentId,
  creditCode,
  mobileNumber,
  personName,
};

// Object.keys forgets the key type of the literal above.
const NAMES = Object.keys(KINDS) as readonly IdentifierName[];

/**
 * Every kind whose `isValid` accepts the input, read strictly and as of today. Several can: the caller decides.
 *
 * @example
 * ```ts
 * import { detect } from "@shiming/identifiers";
 *
 * detect("11010519491231002X"); // ["residentId"]
 * detect("none of them 1"); // []
 * ```
 */
export function detect(input: string): readonly IdentifierName[] {
  return NAMES.filter((name) => KINDS[name].isValid(input));
}
