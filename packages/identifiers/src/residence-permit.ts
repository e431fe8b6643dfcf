import { defineKind } from "./define-kind.ts";
import type { Remark } from "./define-kind.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { maskMiddle } from "./mask.ts";
import { PERMIT_REGION_FAULT, residentIdFault, residentIdParts } from "./resident-id.ts";
import type { ResidentIdParts } from "./resident-id.ts";
import { usualTidying } from "./untidy-characters.ts";

/** The parts of a residence permit number. `regionCode` is 810000 for Hong Kong, 820000 for Macau, 830000 for Taiwan. */
export type ResidencePermitParts = ResidentIdParts;

function check(text: string, asOf: string | undefined): Remark | undefined {
  return residentIdFault(text, asOf) ?? (text.startsWith("8") ? undefined : PERMIT_REGION_FAULT);
}

/**
 * The 18-digit number on the residence permits for residents of Hong Kong, Macau and Taiwan (港澳台居民居住证): coded like
 * a resident ID number, under the region codes 810000, 820000 and 830000 and no other (国办发〔2018〕81号 art. 3).
 *
 * Checked as by `residentId`, which accepts it too. `mask` keeps the first and the last character.
 *
 * @example
 * ```ts
 * import { residencePermit } from "@shiming/identifiers";
 *
 * const parsed = residencePermit.parse("810000199408230021");
 * if (parsed.valid) parsed.parts.regionCode; // "810000", Hong Kong
 * ```
 */
export const residencePermit: IdentifierKind<ResidencePermitParts> = /* @__PURE__ */ defineKind({
  tidying: usualTidying,
  check,
  parts: residentIdParts,
  mask: (value) => maskMiddle(value, 1, 1),
});
