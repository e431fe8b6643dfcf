/** A text in the two languages that every notice comes in. */
export interface LocalizedText {
  readonly en: string;
  readonly zh: string;
}

/** The language of a notice: `en` or `zh`. */
export type Locale = keyof LocalizedText;
