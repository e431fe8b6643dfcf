import { digest } from "../digest.ts";
import type { ConsentRecord } from "../record.ts";

export const LINE_SCHEMA = "shiming-consent-line/1";

/** One line of the log of an app: a record, its number, and the digest of the exact text of the line before. */
export interface ChainLine {
  readonly schema: typeof LINE_SCHEMA;
  /** From 1, without a gap. */
  readonly number: number;
  /** Base64url SHA-256; before the first line there is the empty text. */
  readonly previous: string;
  readonly record: ConsentRecord;
}

/** How far a chain goes: the number of lines, and the digest of the last one's text. */
export interface ChainEnd {
  readonly number: number;
  readonly digest: string;
}

/** A chain without a line. */
export const EMPTY_CHAIN: ChainEnd = { number: 0, digest: digest("") };

/** The text of the next line, and where the chain ends with it. */
export function nextLine(end: ChainEnd, record: ConsentRecord): { text: string; end: ChainEnd } {
  const number = end.number + 1;
  const line: ChainLine = { schema: LINE_SCHEMA, number, previous: end.digest, record };
  const text = JSON.stringify(line);
  return { text, end: { number, digest: digest(text) } };
}
