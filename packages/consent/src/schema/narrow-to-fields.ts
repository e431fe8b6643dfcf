import { type Field, UsageError } from "@shiming/contract";
import { fieldSchemasOf } from "./field-schemas.ts";
import { type FormSchema, isFormSchema } from "./form-schema.ts";
import { memberOf } from "./form.ts";
import { fieldwiseSchema, orAbsent } from "./fieldwise-schema.ts";
import type { NarrowedSchema, ZodObjectLike } from "./narrowed-schema.ts";
import { passingOnly } from "./passing-only.ts";

/** The fields of a purpose. */
export interface SchemaFields<Required extends string, Optional extends string> {
  readonly required: readonly Required[];
  readonly optional: readonly Optional[];
}

/**
 * The app's schema cut down to the fields of a purpose, the optional ones optional. A zod object stays a zod object, made
 * by the app's own zod; any other schema becomes a Standard Schema.
 *
 * @throws UsageError `INVALID_OPTION` `purpose.schema` when it is no schema, has no such field, or checks the object as
 * a whole: such a check cannot run when the person left a field out.
 */
export function narrowToFields<S extends FormSchema, Required extends Field, Optional extends Field>(
  schema: S,
  fields: SchemaFields<Required, Optional>,
): NarrowedSchema<S, Required, Optional> {
  if (!isFormSchema(schema)) refuse("must be a Standard Schema, such as a zod object");
  // The type says what the value below is; each of the three cuts makes it so at run time.
  return narrowed(schema, fields) as NarrowedSchema<S, Required, Optional>;
}

function narrowed(schema: FormSchema, { required, optional }: SchemaFields<Field, Field>): FormSchema {
  const names = [...required, ...optional];
  const members = fieldSchemasOf(schema);
  if (members === undefined) return passingOnly(schema, names);
  const missing = names.find((name) => !Object.hasOwn(members, name));
  if (missing !== undefined) refuse(`has no field ${missing}`);
  if (checksTheWhole(schema)) refuse("checks the object as a whole: put each check on its field");
  if (isZodObject(schema)) return schema.pick(maskOf(names)).strip().partial(maskOf(optional));
  return fieldwiseSchema(chosenMembers(members, { required, optional }));
}

function chosenMembers(
  members: Readonly<Record<string, FormSchema>>,
  { required, optional }: SchemaFields<string, string>,
): Readonly<Record<string, FormSchema>> {
  const chosen = Object.entries(members).flatMap(([name, member]) => {
    if (required.includes(name)) return [[name, member] as const];
    return optional.includes(name) ? [[name, orAbsent(member)] as const] : [];
  });
  return Object.fromEntries(chosen);
}

/** What is used of a zod object, whichever copy of zod it is from. */
interface ZodObject extends FormSchema, ZodObjectLike<object> {
  pick(mask: Mask): ZodObject;
  strip(): ZodObject;
  partial(mask: Mask): ZodObject;
}

type Mask = Readonly<Record<string, true>>;

function maskOf(names: readonly string[]): Mask {
  return Object.fromEntries(names.map((name) => [name, true]));
}

function isZodObject(schema: FormSchema): schema is ZodObject {
  return "_zod" in schema && ["pick", "strip", "partial"].every((method) => method in schema);
}

/** zod's refinements of an object, and the further steps of a valibot pipe. */
function checksTheWhole(schema: FormSchema): boolean {
  const refinements = memberOf(memberOf(memberOf(schema, "_zod"), "def"), "checks");
  // A zod schema has a method of that name.
  const steps = memberOf(schema, "pipe");
  return [refinements, steps].some((checks) => Array.isArray(checks) && checks.length > 0);
}

function refuse(rule: string): never {
  throw new UsageError("INVALID_OPTION", "purpose.schema", rule);
}
