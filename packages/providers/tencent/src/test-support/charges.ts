import type { KnownField } from "@shiming/contract";

/** How a row of an action is named in a charge. */
export const chargeOf = (action: string) => (charged: string, code: string) => ({
  charged,
  basis: `tencent ${action} ${code}`,
});

/** What a vendor's refusal of values becomes. */
export const invalid = (...fields: readonly KnownField[]) => ({
  status: "invalid",
  problems: fields.map((field) => ({ field, rule: "REJECTED_BY_AUTHORITY" })),
});
