/** Which argument a {@link CivilDateError} is about. */
export type DateField = "birthDate" | "day" | "asOf";

/** What is wrong with a date argument. */
export type CivilDateErrorCode = "DATE_MALFORMED" | "DATE_BEFORE_BIRTH";

const REASONS: Readonly<Record<CivilDateErrorCode, string>> = {
  DATE_MALFORMED: "must be a real civil date written YYYY-MM-DD",
  DATE_BEFORE_BIRTH: "must not be before the birth date",
};

/** A date argument that cannot be used. Names the argument and the rule, never the value. */
export class CivilDateError extends RangeError {
  override readonly name = "CivilDateError";
  readonly code: CivilDateErrorCode;
  readonly field: DateField;

  constructor(code: CivilDateErrorCode, field: DateField) {
    super(`${field} ${REASONS[code]}`);
    this.code = code;
    this.field = field;
  }
}
