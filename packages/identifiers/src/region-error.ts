/** Which argument a {@link RegionError} is about. */
export type RegionField = "code" | "name" | "from" | "until" | "successors";

/** What is wrong with it. */
export type RegionErrorCode =
  "REGION_CODE_MALFORMED" | "REGION_NAME_MALFORMED" | "REGION_YEAR_MALFORMED" | "REGION_YEARS_DISORDERED";

const REASONS: Readonly<Record<RegionErrorCode, string>> = {
  REGION_CODE_MALFORMED: "must be six digits",
  REGION_NAME_MALFORMED: "must be text that is not empty",
  REGION_YEAR_MALFORMED: "must be a whole year of four digits",
  REGION_YEARS_DISORDERED: "must be after the first year",
};

/** An argument about regions that cannot be used. Names the argument and the rule, never the value. */
export class RegionError extends RangeError {
  override readonly name = "RegionError";
  readonly code: RegionErrorCode;
  readonly field: RegionField;

  constructor(code: RegionErrorCode, field: RegionField) {
    super(`${field} ${REASONS[code]}`);
    this.code = code;
    this.field = field;
  }
}
