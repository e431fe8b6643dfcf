import { UsageError, type Field } from "@shiming/contract";
import type { App } from "./app.ts";
import { digest } from "./digest.ts";
import { assertLocale, type Locale, type LocalizedText } from "./localized-text.ts";
import type { Purpose } from "./purpose.ts";

/** One row of the list of collected items (NDSR 21 asks for a list). */
export interface NoticeItem {
  readonly field: Field;
  readonly label: string;
  readonly required: boolean;
  readonly sensitive: boolean;
}

/** What a person is shown before they decide (PIPL 17, 23, 30). */
export interface Notice {
  readonly purposeId: string;
  readonly locale: Locale;
  readonly title: string;
  readonly items: readonly NoticeItem[];
  /** The whole text, a line each; show it as it is. */
  readonly text: string;
  /** Base64url SHA-256 of `text`: a decision carries it, so that a record is bound to the words that were shown. */
  readonly hash: string;
}

type Phrase = keyof typeof PHRASES;

const PHRASES = {
  handler: { en: "Who is responsible", zh: "个人信息处理者" },
  contact: { en: "Contact", zh: "联系方式" },
  why: { en: "Why", zh: "处理目的与必要性" },
  items: { en: "What is collected", zh: "收集的个人信息" },
  required: { en: "needed", zh: "必需" },
  optional: { en: "optional: the service is the same without it", zh: "可选：不提供不影响服务" },
  sensitive: { en: "sensitive", zh: "敏感个人信息" },
  effect: { en: "What this means for you", zh: "对个人权益的影响" },
  retention: { en: "How long it is kept", zh: "保存期限" },
  recipients: { en: "Who receives it", zh: "接收方" },
  nobody: { en: "nobody else", zh: "无" },
  processor: { en: "processes it for us", zh: "受托处理" },
  "handler-role": { en: "decides on its own use", zh: "独立处理者" },
  basis: { en: "Legal basis", zh: "法律依据" },
  consent: { en: "your consent (PIPL 13(1))", zh: "您的同意（个人信息保护法第十三条第一款第一项）" },
  rights: {
    en: "You can refuse, and withdraw at any time as easily as you agree. You can ask for access, a copy, correction, deletion and the closing of your account through the contact above.",
    zh: "您可以拒绝，也可以随时撤回同意，撤回与同意同样便捷。您可以通过上述联系方式查阅、复制、更正、删除个人信息或注销账号。",
  },
} as const satisfies Record<string, LocalizedText>;

/** Writes the notice of a purpose. The same purpose, app and locale always give the same text. */
export function writeNotice(app: App, purpose: Purpose, locale: Locale): Notice {
  assertLocale(locale);
  const say = (phrase: Phrase): string => PHRASES[phrase][locale];
  const items = [...purpose.required, ...purpose.optional].map((field) =>
    itemOf(app, purpose, { field, locale }),
  );
  if (items.some((item) => item.sensitive) && purpose.effect === undefined) {
    throw new UsageError("INVALID_OPTION", "purpose.effect", "must be given for sensitive fields (PIPL 30)");
  }
  const text = [
    purpose.title[locale],
    `${say("handler")}: ${app.handler.name[locale]} (${app.name[locale]})`,
    `${say("contact")}: ${app.handler.contact}`,
    `${say("why")}: ${purpose.why[locale]}`,
    `${say("items")}:`,
    ...items.map((item) => `- ${[item.label, ...remarks(item).map(say)].join(" · ")}`),
    ...(purpose.effect ? [`${say("effect")}: ${purpose.effect[locale]}`] : []),
    `${say("retention")}: ${purpose.retention[locale]}`,
    `${say("recipients")}:${purpose.recipients.length === 0 ? ` ${say("nobody")}` : ""}`,
    ...purpose.recipients.map(
      (one) =>
        `- ${one.name[locale]} (${one.contact}) · ${say(one.role === "handler" ? "handler-role" : "processor")}`,
    ),
    `${say("basis")}: ${basisText(purpose, say)}`,
    say("rights"),
  ].join("\n");
  return { purposeId: purpose.id, locale, title: purpose.title[locale], items, text, hash: digest(text) };
}

function itemOf(app: App, purpose: Purpose, { field, locale }: { field: Field; locale: Locale }): NoticeItem {
  const label = app.label(field);
  return {
    field,
    label: label[locale],
    required: purpose.required.includes(field),
    sensitive: label.sensitive,
  };
}

function remarks(item: NoticeItem): Phrase[] {
  return [item.required ? "required" : "optional", ...(item.sensitive ? (["sensitive"] as const) : [])];
}

function basisText(purpose: Purpose, say: (phrase: Phrase) => string): string {
  const { basis } = purpose;
  return basis.article === "13.1" ? say("consent") : `PIPL ${basis.article}, ${basis.legalRef}`;
}
