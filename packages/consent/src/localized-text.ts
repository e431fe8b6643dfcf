/** A text in the two languages that every notice comes in. */
export interface LocalizedText {
  readonly en: string;
  readonly zh: string;
}

export type Locale = keyof LocalizedText;
