import type { Field } from "@shiming/contract";
import { fieldSchemasOf } from "./field-schemas.ts";
import type { FormSchema } from "./form-schema.ts";
import { chosenFrom, type Form, isForm } from "./form.ts";
import { validateEach } from "./validate-each.ts";
import type { ValidatedForm } from "./validated-form.ts";
import { validateNow } from "./validate-now.ts";
import { validateWhole } from "./validate-whole.ts";

/** What was sent, and how much of it may pass. */
export interface SentForm {
  /** As it was sent, whatever it is. Names that are not granted are not looked at. */
  readonly form: unknown;
  /** Fields of the purpose that the person granted. */
  readonly granted: ReadonlySet<Field>;
}

/**
 * Lets the granted fields of a form through that pass, and says what the schema has against the others. It fills nothing
 * in that was not sent: a default would be a box that is ticked beforehand (METHOD 3.4).
 *
 * While everything passes, the schema is asked once.
 *
 * @param schema - one of {@link narrowToFields}.
 * @throws UsageError `INVALID_OPTION` `purpose.schema` when the schema waits or throws.
 */
export function validateFields<Data>(
  schema: FormSchema<unknown, Data>,
  { form, granted }: SentForm,
): ValidatedForm<Readonly<Partial<Data>>> {
  // An empty JSON body reads as `null`.
  const sent = isForm(form) ? form : {};
  // A copy of the granted fields alone: what a form hides from a loop, a schema could still read.
  const ours = chosenFrom(sent, granted);
  const { data, issues } = validated(schema, ours);
  // It has the form's own granted fields and no others.
  const mayPass = (name: string): boolean => Object.hasOwn(ours, name);
  return {
    // The schema has passed it, so it is what the schema's type says, less what may not pass.
    data: only(data, mayPass) as Readonly<Partial<Data>>,
    // What was not granted is not missed.
    issues: issues.filter(({ field }) => granted.has(field)),
  };
}

function validated(schema: FormSchema, form: Form): ValidatedForm {
  const result = validateNow(schema, form);
  if (result.issues === undefined) return { data: isForm(result.value) ? result.value : {}, issues: [] };
  const members = fieldSchemasOf(schema);
  return members === undefined ? validateWhole(schema, form) : validateEach(members, form);
}

/** Looked at on the way out, whatever the form is made of and whatever the schema has read or added. */
function only(data: Form, mayPass: (name: string) => boolean): Form {
  for (const name in data) {
    if (!mayPass(name)) return chosenFrom(data, Object.keys(data).filter(mayPass));
  }
  return data;
}
