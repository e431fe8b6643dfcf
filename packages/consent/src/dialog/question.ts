import { assertOption, assertOptions, assertText } from "@shiming/contract";
import type { Notice } from "../notice.ts";

/** What a dialog needs of a notice, as it came from the backend. */
export type DialogNotice = Pick<
  Notice,
  "purposeId" | "recipient" | "reader" | "locale" | "title" | "items" | "text" | "hash"
>;

/** What is asked. */
export interface Question {
  readonly notice: DialogNotice;
  /** One for each recipient that is an act of its own. */
  readonly recipients: readonly DialogNotice[];
  /** Version of the page. */
  readonly uiVersion: string;
}

/** Checked for callers without types, and copied: what the page does to its own objects later changes nothing here. */
export function questionOf({ notice, recipients, uiVersion }: Question): Question {
  assertNotice(notice, "notice");
  assertOption(Array.isArray(recipients), "recipients", "must be a list of notices");
  for (const one of recipients) {
    assertNotice(one, "recipients");
    assertText(one.recipient, "recipients.recipient");
    assertOption(one.purposeId === notice.purposeId, "recipients.purposeId", "must be that of the notice");
  }
  const ids = new Set(recipients.map(({ recipient }) => recipient));
  assertOption(ids.size === recipients.length, "recipients", "must name each recipient once");
  // A record takes no other.
  const isVersion = typeof uiVersion === "string" && /^[\w.-]{1,64}$/.test(uiVersion);
  assertOption(isVersion, "uiVersion", "must be 1 to 64 letters, digits, `.`, `_` and `-`");
  return { notice: copyOf(notice), recipients: recipients.map(copyOf), uiVersion };
}

function assertNotice(notice: DialogNotice, path: string): void {
  assertOptions(notice, path);
  for (const part of ["purposeId", "reader", "title", "text", "hash"] as const) {
    assertText(notice[part], `${path}.${part}`);
  }
  assertOption(["en", "zh"].includes(notice.locale), `${path}.locale`, "must be `en` or `zh`");
  assertOption(Array.isArray(notice.items), `${path}.items`, "must be a list");
}

function copyOf(notice: DialogNotice): DialogNotice {
  return { ...notice, items: notice.items.map((item) => ({ ...item })) };
}
