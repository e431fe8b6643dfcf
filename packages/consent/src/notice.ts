import { UsageError, type Field } from "@shiming/contract";
import type { App } from "./app.ts";
import { labelFields } from "./law/label-fields.ts";
import { digest } from "./digest.ts";
import { assertLocale, type Locale } from "./localized-text.ts";
import { PHRASES, type Phrase } from "./notice-phrases.ts";
import { settingsOf } from "./profile.ts";
import type { Purpose } from "./purpose.ts";
import { isAskedApart, type Recipient } from "./recipient.ts";

/** One row of the list of collected items (NDSR 21 asks for a list). */
export interface NoticeItem {
  readonly field: Field;
  readonly label: string;
  readonly required: boolean;
  readonly sensitive: boolean;
}

/** What a person is shown before they decide (PIPL 17, 23, 30, 39). */
export interface Notice {
  readonly purposeId: string;
  /** The recipient that it is about, where it is about one alone. */
  readonly recipient?: string;
  /** Whom it speaks to: under 14 a parent or guardian. */
  readonly reader: "subject" | "guardian";
  readonly locale: Locale;
  readonly title: string;
  readonly items: readonly NoticeItem[];
  /** The whole text, a line each; show it as it is. */
  readonly text: string;
  /** Base64url SHA-256 of `text`: a decision carries it, so that a record is bound to the words that were shown. */
  readonly hash: string;
}

/** Which notice of a purpose to write. */
export interface NoticeOptions {
  /**
   * The id of a recipient that decides for itself or is outside the mainland: the notice is about providing the data to
   * it, which is an act of its own (PIPL 23, 39). Default: the notice of the purpose.
   */
  readonly recipient?: string;
  /** Under 14 a parent or guardian reads and decides (PIPL 31; Children Provisions 10). Default `subject`. */
  readonly reader?: "subject" | "guardian";
}

/** Writes a notice of a purpose. The same purpose, app, locale and options always give the same text. */
export function writeNotice(
  app: App,
  purpose: Purpose,
  { locale, recipient: id, reader = "subject" }: NoticeOptions & { readonly locale: Locale },
): Notice {
  assertLocale(locale);
  assertReader(reader);
  const recipient = id === undefined ? undefined : recipientOf(purpose, id);
  const items = itemsOf(app, purpose, { locale, reader });
  if (items.some((item) => item.sensitive) && purpose.effect === undefined) {
    throw new UsageError("INVALID_OPTION", "purpose.effect", "must be given for sensitive fields (PIPL 30)");
  }
  const parts: Parts = { app, purpose, items, locale, say: (phrase) => PHRASES[phrase][locale] };
  const lines = recipient === undefined ? purposeLines(parts) : recipientLines(parts, recipient);
  const text = [...lines, ...(reader === "guardian" ? guardianLines(parts) : [])].join("\n");
  return {
    purposeId: purpose.id,
    ...(id === undefined ? {} : { recipient: id }),
    reader,
    locale,
    title: lines[0] ?? "",
    items,
    text,
    hash: digest(text),
  };
}

interface Parts {
  readonly app: App;
  readonly purpose: Purpose;
  readonly items: readonly NoticeItem[];
  readonly locale: Locale;
  readonly say: (phrase: Phrase) => string;
}

function purposeLines({ app, purpose, items, locale, say }: Parts): readonly string[] {
  return [
    purpose.title[locale],
    `${say("handler")}: ${app.handler.name[locale]} (${app.name[locale]})`,
    `${say("contact")}: ${app.handler.contact}`,
    `${say("why")}: ${purpose.why[locale]}`,
    methodLine(purpose, { locale, say }),
    `${say("items")}:`,
    ...itemLines(items, say),
    ...(purpose.publishes ? [say("published")] : []),
    ...effectLine(purpose, { locale, say }),
    `${say("retention")}: ${purpose.retention[locale]}`,
    `${say("recipients")}:${purpose.recipients.length === 0 ? ` ${say("nobody")}` : ""}`,
    ...purpose.recipients.map((one) =>
      recipientLine(one, { locale, say, apart: isAskedApart(purpose, one) }),
    ),
    `${say("basis")}: ${basisText(purpose, { locale, say })}`,
    say(purpose.basis.article === "13.1" ? "rights" : "rights-by-law"),
  ];
}

/** PIPL 23: name, contact, purpose, method and kinds; PIPL 39: also how to use one's rights against them. */
function recipientLines(
  { app, purpose, items, locale, say }: Parts,
  recipient: Recipient,
): readonly string[] {
  return [
    `${purpose.title[locale]}: ${recipient.name[locale]}`,
    `${say("handler")}: ${app.handler.name[locale]} (${app.name[locale]})`,
    `${say("contact")}: ${app.handler.contact}`,
    `${say("recipients")}:`,
    recipientLine(recipient, { locale, say, apart: false }),
    `${say("why")}: ${(recipient.why ?? purpose.why)[locale]}`,
    methodLine(purpose, { locale, say }),
    `${say("provided")}:`,
    ...itemLines(items, say),
    ...effectLine(purpose, { locale, say }),
    `${say("retention")}: ${purpose.retention[locale]}`,
    ...(recipient.outsideMainland ? [say("rights-there")] : []),
    `${say("basis")}: ${say("separate")}`,
    say("rights"),
  ];
}

/** Children Provisions 10: what a guardian is told beyond that. */
function guardianLines({ app, locale, say }: Parts): readonly string[] {
  if (app.children === undefined) {
    throw new UsageError("INVALID_OPTION", "app.children", "must be given to ask a guardian");
  }
  const { storage, safeguards } = app.children;
  return [
    say("guardian"),
    `${say("storage")}: ${storage[locale]}`,
    `${say("safeguards")}: ${safeguards[locale]}`,
    say("refusing"),
  ];
}

type Speech = Pick<Parts, "locale" | "say">;

function itemLines(items: readonly NoticeItem[], say: Parts["say"]): readonly string[] {
  return items.map((item) => `- ${[item.label, ...remarks(item).map(say)].join(" · ")}`);
}

function methodLine({ method }: Purpose, { locale, say }: Speech): string {
  return `${say("method")}: ${method?.[locale] ?? say("usual-method")}`;
}

function effectLine({ effect }: Purpose, { locale, say }: Speech): readonly string[] {
  return effect === undefined ? [] : [`${say("effect")}: ${effect[locale]}`];
}

const ROLE_PHRASES = { processor: "processor", joint: "joint", handler: "handler-role" } as const;

function recipientLine(one: Recipient, { locale, say, apart }: Speech & { readonly apart: boolean }): string {
  const about = [
    say(ROLE_PHRASES[one.role]),
    ...(one.outsideMainland ? [say("outside")] : []),
    ...(apart ? [say("apart")] : []),
  ];
  return `- ${[`${one.name[locale]} (${one.contact})`, ...about].join(" · ")}`;
}

/** What counts as sensitive is read as by the rules: fields together, and everything of a child (PIPL 28). */
function itemsOf(
  app: App,
  purpose: Purpose,
  { locale, reader }: { readonly locale: Locale; readonly reader: Notice["reader"] },
): readonly NoticeItem[] {
  const fields = [...purpose.required, ...purpose.optional];
  const labels = labelFields(fields, (field) => app.label(field), settingsOf(app.profile));
  return fields.map((field) => ({
    field,
    label: labels.get(field)?.[locale] ?? app.label(field)[locale],
    required: purpose.required.includes(field),
    sensitive: reader === "guardian" || (labels.get(field)?.sensitive ?? true),
  }));
}

function remarks(item: NoticeItem): Phrase[] {
  return [item.required ? "required" : "optional", ...(item.sensitive ? (["sensitive"] as const) : [])];
}

const ARTICLES_ZH = ["", "一", "二", "三", "四", "五", "六", "七"];

function basisText({ basis }: Purpose, { locale, say }: Speech): string {
  if (basis.article === "13.1") return say("consent");
  const item = ARTICLES_ZH[Number(basis.article.slice(3))] ?? "";
  const article = { en: `PIPL ${basis.article}`, zh: `个人信息保护法第十三条第一款第${item}项` }[locale];
  return `${article}, ${basis.legalRef}`;
}

/** The recipient of that id, if people agree to it by an act of its own. */
export function recipientOf(purpose: Purpose, id: string): Recipient {
  const found = purpose.recipients.find((recipient) => recipient.id === id);
  if (found !== undefined && isAskedApart(purpose, found)) return found;
  const rule = "must be a recipient of the purpose that decides for itself or is outside the mainland";
  throw new UsageError("INVALID_INPUT", "recipient", rule);
}

function assertReader(reader: unknown): void {
  if (reader === "subject" || reader === "guardian") return;
  throw new UsageError("INVALID_INPUT", "reader", "must be `subject` or `guardian`");
}
