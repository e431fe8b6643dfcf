import { isField, UsageError, type Field } from "@shiming/contract";
import { isIdNumber } from "./law/label-fields.ts";
import { assertPurposeOptions, type PurposeOptions } from "./purpose-options.ts";
import type { Recipient } from "./recipient.ts";
import { narrowToFields } from "./schema/narrow-to-fields.ts";
import type { FormSchema } from "./schema/form-schema.ts";
import type { NarrowedSchema, SchemaFor } from "./schema/narrowed-schema.ts";

/** One purpose of handling, with its fields in the type. Made by {@link definePurpose}, frozen, and no other counts. */
export interface Purpose<
  Required extends Field = Field,
  Optional extends Field = Field,
> extends PurposeOptions<Required, Optional> {
  readonly optional: readonly Optional[];
  readonly function: "basic" | "extended";
  readonly recipients: readonly Recipient[];
  readonly version: number;
}

/** The app's own schema of the form: a zod object, or any Standard Schema. It must have the fields of the purpose. */
export interface WithSchema<S extends FormSchema, Required extends Field, Optional extends Field> {
  /** Default: none, and `collect` looks at names alone. */
  readonly schema?: S & SchemaFor<S, Required, Optional>;
}

/** What a schema adds to a purpose: nothing where none was given. */
export type SchemaPartOf<S extends FormSchema, Required extends Field, Optional extends Field> = [S] extends [
  never,
]
  ? unknown
  : SchemaPart<NarrowedSchema<S, Required, Optional>>;

/** A purpose with the app's own schema. */
export interface SchemaPart<S extends FormSchema> {
  readonly schema: () => S;
}

/**
 * Says once what is collected for which purpose, on which basis, for how long and for whom. With `schema`, a zod object or
 * any other Standard Schema of the app's own forms, `collect` checks values too, and `purpose.schema()` is that schema cut
 * down to the fields of the purpose.
 *
 * @throws UsageError `INVALID_OPTION` that names the part and the rule.
 * @example
 * ```ts
 * import { definePurpose } from "@shiming/consent";
 *
 * const register = definePurpose({
 *   id: "register",
 *   title: { en: "Open an account", zh: "注册账号" },
 *   why: { en: "The law asks for a real name before posting.", zh: "法律要求发布信息前核验真实身份。" },
 *   required: ["mobile-number", "name"],
 *   optional: ["contacts"],
 *   basis: { article: "13.3", legalRef: "网络安全法 26" },
 *   retention: { en: "until the account is closed, then deleted", zh: "至账号注销，之后删除" },
 *   effect: { en: "Friends in your address book can be found.", zh: "可查找通讯录中的好友。" },
 * });
 * console.log(register.required); // [ 'mobile-number', 'name' ]
 * ```
 */
export function definePurpose<
  const Required extends Field,
  const Optional extends Field = never,
  S extends FormSchema = never,
>(
  options: PurposeOptions<Required, Optional> & WithSchema<S, Required, Optional>,
): Purpose<Required, Optional> & SchemaPartOf<S, Required, Optional> {
  const purpose = purposeOf(options);
  // The schema in it was made from `S` and the fields, so it is what the type says, or absent where `S` is never.
  return purpose as Purpose<Required, Optional> & SchemaPartOf<S, Required, Optional>;
}

function purposeOf(
  options: PurposeOptions<Field, Field> & { readonly schema?: FormSchema },
): Purpose & Partial<SchemaPart<FormSchema>> {
  assertPurposeOptions(options);
  const { schema, ...said } = options;
  const { required, optional = [] } = said;
  const fields: readonly string[] = [...required, ...optional];
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(said.id)) {
    refuse("id", "must be 1 to 64 lower-case letters, digits and hyphens");
  }
  if (fields.length === 0) refuse("required", "a purpose without a field needs no consent");
  if (!fields.every(isField)) refuse("required", "holds a name that is not a field");
  if (new Set(fields).size < fields.length) refuse("optional", "names a field twice");
  assertNamedDuty(said);
  const narrowed = schema && narrowToFields(schema, { required, optional });
  const purpose = Object.freeze({
    // A copy, so that nothing which was agreed to can be changed behind the person's back.
    ...frozen(structuredClone({ ...said, optional, recipients: said.recipients ?? [] })),
    function: said.function ?? "basic",
    version: said.version ?? 1,
    ...(narrowed && { schema: () => narrowed }),
  });
  defined.add(purpose);
  return purpose;
}

const defined = new WeakSet();

/** Whether it was made by {@link definePurpose}: an object that only looks like a purpose can change what it says. */
export function isDefined(purpose: unknown): boolean {
  return typeof purpose === "object" && purpose !== null && defined.has(purpose);
}

/** @throws UsageError `INVALID_INPUT` for a purpose of another making. */
export function assertDefined(purpose: unknown): void {
  if (!isDefined(purpose)) throw new UsageError("INVALID_INPUT", "purpose", "must be made by definePurpose");
}

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/** RN-07: a real-name duty asks for a true identity, not for the ID number; who asks for that says for which duty. */
function assertNamedDuty({ basis, realName, required, optional = [] }: PurposeOptions<Field, Field>): void {
  const asksForIdNumber = [...required, ...optional].some(isIdNumber);
  if (basis.article === "13.3" && asksForIdNumber && realName === undefined)
    refuse("realName", "must name the real-name duty, or `sector`, for an ID number on this basis");
}

function refuse(part: string, rule: string): never {
  throw new UsageError("INVALID_OPTION", `purpose.${part}`, rule);
}
