import { assertOptions, assertText, UsageError } from "@shiming/contract";

/** A text in the two languages that every notice comes in. */
export interface LocalizedText {
  readonly en: string;
  readonly zh: string;
}

/** The language of a notice: `en` or `zh`. */
export type Locale = keyof LocalizedText;

/** @throws UsageError `INVALID_OPTION` unless the text is there in both languages. */
export function assertLocalizedText(text: LocalizedText, path: string): void {
  assertOptions(text, path);
  assertText(text.en, `${path}.en`);
  assertText(text.zh, `${path}.zh`);
}

/** @throws UsageError `INVALID_INPUT` for another language, such as the `zh-CN` of a browser: choose, then ask. */
export function assertLocale(locale: Locale): void {
  if (locale !== "en" && locale !== "zh")
    throw new UsageError("INVALID_INPUT", "locale", "must be `en` or `zh`");
}
