import type { FormResult, FormSchema } from "./form-schema.ts";
import { isForm } from "./form.ts";
import { validateEach } from "./validate-each.ts";

/** A schema of an object that shows those of its members, as valibot's do. */
export interface FieldwiseSchema extends FormSchema {
  readonly entries: Readonly<Record<string, FormSchema>>;
}

/** The schema of an object with these members and no others, each asked on its own. */
export function fieldwiseSchema(entries: Readonly<Record<string, FormSchema>>): FieldwiseSchema {
  const validate = (value: unknown): FormResult<unknown> => {
    if (!isForm(value)) return { issues: [{ message: "must be an object" }] };
    const { data, issues } = validateEach(entries, value);
    if (issues.length === 0) return { value: data };
    return { issues: issues.map(({ field, message }) => ({ message, path: [field] })) };
  };
  return { "~standard": { version: 1, vendor: "shiming", validate }, entries };
}

/** The same schema where the value may be absent. */
export function orAbsent(schema: FormSchema): FormSchema {
  const { validate } = schema["~standard"];
  return {
    "~standard": {
      version: 1,
      vendor: "shiming",
      validate: (value) => (value === undefined ? { value } : validate(value)),
    },
  };
}
