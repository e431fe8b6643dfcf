import { assertOption, assertOptions, assertText, isField, UsageError, type Field } from "@shiming/contract";
import type { NecessaryItem } from "./app-type-facts.ts";
import type { AskRealName } from "./decision/ask.ts";
import { isIdNumber } from "./decision/label-fields.ts";
import { realNameServiceFacts } from "./decision/real-name-services.ts";
import { assertLocalizedText, type LocalizedText } from "./localized-text.ts";
import { narrowToFields } from "./schema/narrow-to-fields.ts";
import type { FormSchema } from "./schema/form-schema.ts";
import type { NarrowedSchema, SchemaFor } from "./schema/narrowed-schema.ts";
import { assertRecipient, type Recipient } from "./recipient.ts";

/** PIPL 13: consent (1), or one of the bases that need none, with the law or contract that says so. */
export type Basis =
  | { readonly article: "13.1" }
  | { readonly article: "13.2" | "13.3" | "13.4" | "13.5" | "13.6" | "13.7"; readonly legalRef: string };

/** What {@link definePurpose} asks about a purpose. */
export interface PurposeOptions<Required extends Field, Optional extends Field> {
  /** Stable id: lower-case letters, digits and hyphens, at most 64 characters. */
  readonly id: string;
  /** What the person gets, in a few words. */
  readonly title: LocalizedText;
  /** Why the data are needed for it. */
  readonly why: LocalizedText;
  /** Without these there is no such service. */
  readonly required: readonly Required[];
  /** The service is the same without these. Default: none. */
  readonly optional?: readonly Optional[];
  /** How the data are handled, such as "compared once, not kept" (PIPL 17). Default: collected, stored and used. */
  readonly method?: LocalizedText;
  /** Why the law allows it (PIPL 13). */
  readonly basis: Basis;
  /**
   * `basic` functions may only require what the national list names for the type of app, or a law;
   * an `extended` one is a feature that the person may leave alone. Default `basic`.
   */
  readonly function?: "basic" | "extended";
  /** How long the data are kept, and what happens then. */
  readonly retention: LocalizedText;
  /** Default: nobody. */
  readonly recipients?: readonly Recipient[];
  /** What it means for the person when sensitive data are among the fields (PIPL 30); then it must be given. */
  readonly effect?: LocalizedText;
  /**
   * Raise it when the purpose itself changes: everybody is asked again (PIPL 14(2)). Better words of title, reason and
   * effect need no new number; whatever else is said here is noticed without it. Default 1.
   */
  readonly version?: number;
  /** `children`: made for children, so a person of unknown age counts as under 14. Default `general`. */
  readonly audience?: "general" | "children";
  /** The data are published (PIPL 25). Default false. */
  readonly publishes?: boolean;
  /** The law or administrative regulation that asks for written consent (PIPL 14, 29). Default: none does. */
  readonly writtenRequiredBy?: string;
  /**
   * The data are for a real-name duty (CSL 26, Anti-Telecom-Fraud Law 21), of the named service; then the basis names the
   * law. An ID number on that basis must name one, `sector` where a law of the sector asks for it. Default: for none.
   */
  readonly realName?: AskRealName;
  /** The impact assessment that PIPL 55 asks for before sensitive data are handled. Default: none yet. */
  readonly assessment?: ImpactAssessment;
}

/** A personal information protection impact assessment (PIPL 55, 56), by its number in the app's own books. */
export interface ImpactAssessment {
  readonly id: string;
  /** "YYYY-MM-DD". */
  readonly date: string;
}

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

function assertRealName(realName: AskRealName): void {
  assertOptions(realName, "purpose.realName");
  const { service, documentRequiredBy } = realName;
  const isKnown = service === "sector" || realNameServiceFacts(service) !== undefined;
  assertOption(isKnown, "purpose.realName.service", "is not a service with a real-name duty");
  if (documentRequiredBy !== undefined) assertText(documentRequiredBy, "purpose.realName.documentRequiredBy");
}

const ARTICLES: ReadonlySet<string> = new Set(["13.1", "13.2", "13.3", "13.4", "13.5", "13.6", "13.7"]);

/** The shape, for callers without types; what the parts mean together is looked at by {@link definePurpose}. */
function assertPurposeOptions(options: PurposeOptions<Field, Field>): void {
  assertOptions(options, "purpose");
  assertText(options.id, "purpose.id");
  for (const part of ["title", "why", "retention"] as const)
    assertLocalizedText(options[part], `purpose.${part}`);
  for (const part of ["effect", "method"] as const) {
    const text = options[part];
    if (text !== undefined) assertLocalizedText(text, `purpose.${part}`);
  }
  assertOption(Array.isArray(options.required), "purpose.required", "must be a list of fields");
  assertOption(Array.isArray(options.optional ?? []), "purpose.optional", "must be a list of fields");
  assertOption(
    ["basic", "extended", undefined].includes(options.function),
    "purpose.function",
    "is not known",
  );
  assertBasis(options.basis);
  assertOption(Array.isArray(options.recipients ?? []), "purpose.recipients", "must be a list");
  for (const recipient of options.recipients ?? []) assertRecipient(recipient);
  const ids = (options.recipients ?? []).map(({ id }) => id);
  assertOption(new Set(ids).size === ids.length, "purpose.recipients", "names a recipient twice");
  assertRarerOptions(options);
}

function assertRarerOptions(options: PurposeOptions<Field, Field>): void {
  const { version = 1, audience, publishes, writtenRequiredBy, realName, assessment } = options;
  assertOption(
    Number.isSafeInteger(version) && version > 0,
    "purpose.version",
    "must be a whole number from 1",
  );
  assertOption(["general", "children", undefined].includes(audience), "purpose.audience", "is not known");
  const isFlag = ["boolean", "undefined"].includes(typeof publishes);
  assertOption(isFlag, "purpose.publishes", "must be true or false");
  if (writtenRequiredBy !== undefined) assertText(writtenRequiredBy, "purpose.writtenRequiredBy");
  if (realName !== undefined) assertRealName(realName);
  if (assessment === undefined) return;
  assertOptions(assessment, "purpose.assessment");
  assertText(assessment.id, "purpose.assessment.id");
  const isDate = typeof assessment.date === "string" && /^\d{4}-\d{2}-\d{2}$/.test(assessment.date);
  assertOption(isDate, "purpose.assessment.date", "must be a date written YYYY-MM-DD");
}

function assertBasis(basis: Basis): void {
  assertOptions(basis, "purpose.basis");
  assertOption(ARTICLES.has(basis.article), "purpose.basis.article", "must be 13.1 to 13.7");
  // CR-26: a basis without evidence is no basis.
  if (basis.article !== "13.1") assertText(basis.legalRef, "purpose.basis.legalRef");
}

function refuse(part: string, rule: string): never {
  throw new UsageError("INVALID_OPTION", `purpose.${part}`, rule);
}

/**
 * The required fields that nothing makes necessary: neither the national list nor a law. Of a group of the list of which
 * one item is enough, one alone is necessary.
 */
export function unnecessaryFields(purpose: Purpose, necessary: readonly NecessaryItem[]): readonly Field[] {
  if (purpose.function === "extended" || purpose.basis.article !== "13.1") return [];
  const taken = new Set<string>();
  return purpose.required.filter((field) => {
    const items = necessary.filter((item) => item.field === field);
    const isOpen = ({ alternativeGroup: group }: NecessaryItem): boolean =>
      group === undefined || !taken.has(group);
    const item = items.find(isOpen);
    if (item?.alternativeGroup !== undefined) taken.add(item.alternativeGroup);
    return item === undefined;
  });
}
