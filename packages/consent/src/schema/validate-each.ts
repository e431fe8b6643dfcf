import { isField } from "@shiming/contract";
import type { FormSchema } from "./form-schema.ts";
import type { Form } from "./form.ts";
import { issueMessage } from "./issue-message.ts";
import type { FieldIssue, ValidatedForm } from "./validated-form.ts";
import { validateNow } from "./validate-now.ts";

/** Asks the schema of each field on its own, so that one that fails does not take the others with it. */
export function validateEach(members: Readonly<Record<string, FormSchema>>, form: Form): ValidatedForm {
  const data: Record<string, unknown> = {};
  const issues: FieldIssue[] = [];
  for (const [field, schema] of Object.entries(members)) {
    if (!isField(field)) continue;
    const sent = Object.hasOwn(form, field);
    const value = sent ? form[field] : undefined;
    const result = validateNow(schema, value);
    if (result.issues !== undefined) issues.push({ field, message: issueMessage(result.issues[0], value) });
    // A schema may have something to say where nothing was sent: a default.
    else if (sent || result.value !== undefined) data[field] = result.value;
  }
  return { data, issues };
}
