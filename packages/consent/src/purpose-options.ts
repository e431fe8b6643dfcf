import { assertOption, assertOptions, assertText, type Field } from "@shiming/contract";
import type { AskRealName } from "./law/ask.ts";
import { realNameServiceFacts } from "./law/real-name-services.ts";
import { assertLocalizedText, type LocalizedText } from "./localized-text.ts";
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

function assertRealName(realName: AskRealName): void {
  assertOptions(realName, "purpose.realName");
  const { service, documentRequiredBy } = realName;
  const isKnown = service === "sector" || realNameServiceFacts(service) !== undefined;
  assertOption(isKnown, "purpose.realName.service", "is not a service with a real-name duty");
  if (documentRequiredBy !== undefined) assertText(documentRequiredBy, "purpose.realName.documentRequiredBy");
}

const ARTICLES: ReadonlySet<string> = new Set(["13.1", "13.2", "13.3", "13.4", "13.5", "13.6", "13.7"]);

/** The shape, for callers without types; what the parts mean together is looked at by {@link definePurpose}. */
export function assertPurposeOptions(options: PurposeOptions<Field, Field>): void {
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
