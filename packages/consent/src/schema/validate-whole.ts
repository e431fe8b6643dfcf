import { type Field, isField } from "@shiming/contract";
import { fieldOf, type FormIssue, type FormSchema } from "./form-schema.ts";
import { chosenFrom, type Form, isForm } from "./form.ts";
import { issueMessage } from "./issue-message.ts";
import type { ValidatedForm } from "./validated-form.ts";
import { validateNow } from "./validate-now.ts";

type Complaints = ReadonlyMap<Field, string>;

/**
 * For a schema that can only be asked about the whole form: asks again without the fields that it complains about, until
 * it passes. What it never passed stays out, also where nothing was said against it.
 */
export function validateWhole(schema: FormSchema, form: Form, found: Complaints = new Map()): ValidatedForm {
  const rest = chosenFrom(
    form,
    Object.keys(form).filter((name) => !isField(name) || !found.has(name)),
  );
  const result = validateNow(schema, rest);
  if (result.issues === undefined) {
    return { data: isForm(result.value) ? result.value : {}, issues: listOf(found) };
  }
  // What was found first stands: a field that has been left out is complained about again, as missing.
  const more = new Map([...complaintsIn(result.issues, form), ...found]);
  if (more.size > found.size) return validateWhole(schema, form, more);
  const unchecked = Object.keys(rest).filter(isField);
  const why = "cannot be checked while another field fails";
  return { data: {}, issues: listOf(new Map([...more, ...unchecked.map((field) => [field, why] as const)])) };
}

function complaintsIn(issues: readonly FormIssue[], form: Form): Complaints {
  const found = new Map<Field, string>();
  for (const issue of issues) {
    const field = fieldOf(issue);
    if (field !== undefined && isField(field) && !found.has(field)) {
      found.set(field, issueMessage(issue, form));
    }
  }
  return found;
}

function listOf(complaints: Complaints): ValidatedForm["issues"] {
  return Array.from(complaints, ([field, message]) => ({ field, message }));
}
