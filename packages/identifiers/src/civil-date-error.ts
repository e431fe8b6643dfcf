/** Which argument a {@link CivilDateError} is about. */
export type DateField = "birthDate" | "day" | "asOf" | "date" | "start" | "days";

/** What is wrong with it. */
export type CivilDateErrorCode =
  "DATE_MALFORMED" | "DATE_BEFORE_BIRTH" | "DATE_OUT_OF_RANGE" | "DAYS_MALFORMED";

/** A date, or a number of days, that cannot be used. Names the argument and the rule, never the value. */
export class CivilDateError extends RangeError {
  override readonly name = "CivilDateError";
  declare readonly code: CivilDateErrorCode;
  declare readonly field: DateField;

  /** `rule` ends a sentence that begins with the field: "must be a real civil date". */
  constructor(code: CivilDateErrorCode, field: DateField, rule: string) {
    super(`${field} ${rule}`);
    this.code = code;
    this.field = field;
  }
}
