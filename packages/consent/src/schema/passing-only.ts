import { fieldOf, type FormIssue, type FormResult, type FormSchema } from "./form-schema.ts";
import { chosenFrom, isForm } from "./form.ts";
import { issueMessage, PLAIN } from "./issue-message.ts";
import { validateNow } from "./validate-now.ts";

/** The same schema with only these fields going in and coming out, for one that does not show its fields. */
export function passingOnly(schema: FormSchema, names: readonly string[]): FormSchema {
  const validate = (value: unknown): FormResult<unknown> => {
    const form = isForm(value) ? chosenFrom(value, names) : value;
    const result = validateNow(schema, form);
    if (result.issues !== undefined)
      return { issues: result.issues.map((issue) => placed(issue, form, names)) };
    // A schema that makes something else of the form has no fields to give.
    return { value: isForm(result.value) ? chosenFrom(result.value, names) : {} };
  };
  return { "~standard": { version: 1, vendor: "shiming", validate } };
}

/** The path ends at the field: what lies deeper, or elsewhere, may be a name that was sent. */
function placed(issue: FormIssue, form: unknown, names: readonly string[]): FormIssue {
  const field = fieldOf(issue);
  if (field === undefined) return { message: issueMessage(issue, form) };
  return names.includes(field) ? { message: issueMessage(issue, form), path: [field] } : { message: PLAIN };
}
