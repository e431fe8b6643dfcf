/** Which argument a {@link GeneratorError} is about. */
export type GeneratorField = "seed" | "kind" | "options" | "sex" | "code";

const RULES: Readonly<Record<GeneratorField, string>> = {
  seed: "must be text",
  kind: "must be the name of a kind",
  options: "must be an object, and go with residentId alone",
  sex: 'must be "M" or "F"',
  code: "must be an error that this kind has",
};

/** An argument of the generator that cannot be used, from a caller without types. Names the argument and the rule. */
export class GeneratorError extends RangeError {
  override readonly name = "GeneratorError";
  readonly code = "ARGUMENT_UNUSABLE";
  readonly field: GeneratorField;

  constructor(field: GeneratorField) {
    super(`${field} ${RULES[field]}`);
    this.field = field;
  }
}
