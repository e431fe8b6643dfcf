import { type FormSchema, isFormSchema } from "./form-schema.ts";
import { memberOf } from "./form.ts";

/** Where libraries show the schemas of an object's members: zod, and valibot. */
const PLACES = ["shape", "entries"];

/** The schemas of the fields, where a schema is of an object and shows them. */
export function fieldSchemasOf(schema: FormSchema): Readonly<Record<string, FormSchema>> | undefined {
  return PLACES.map((place) => memberOf(schema, place)).find(isRecordOfSchemas);
}

function isRecordOfSchemas(value: unknown): value is Readonly<Record<string, FormSchema>> {
  return typeof value === "object" && value !== null && Object.values(value).every(isFormSchema);
}
