import { isAsciiAlphanumeric } from "./ascii.ts";
import type { FindingCode } from "./finding-codes.ts";
import type { Finding, Span } from "./identifier-kind.ts";

/** What to write in place of one untidy character, and what to tell about it. */
export interface Untidiness {
  /** One character, or none to drop it. */
  readonly replacement: string;
  /** Absent where the character is an ordinary way of writing and nobody need hear of it. */
  readonly note?: FindingCode;
}

/** Recognises an untidy character of a text. ASCII letters and digits are always tidy and need not be asked about. */
export type Tidying = (text: string, index: number) => Untidiness | undefined;

/** Which characters a kind reads as others. */
export interface TidyingRules {
  /** Applied to every input. */
  readonly always?: Tidying;
  /** Applied where the caller asked to be lenient. */
  readonly lenient?: Tidying;
}

/** The first of several tidyings that knows a character. */
export function firstOf(...tidyings: readonly Tidying[]): Tidying {
  return (text, index) => {
    for (const tidying of tidyings) {
      const found = tidying(text, index);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** The text with its untidy characters replaced: the text itself, and nothing allocated, where there are none. */
export function tidy(text: string, rules: TidyingRules, lenient: boolean): string {
  if (rules.always === undefined && !lenient) return text;
  let tidied = "";
  let copied = 0;
  for (let index = 0; index < text.length; index++) {
    if (isAsciiAlphanumeric(text.charCodeAt(index))) continue;
    const found = rules.always?.(text, index) ?? (lenient ? rules.lenient?.(text, index) : undefined);
    if (found === undefined) continue;
    tidied += text.slice(copied, index) + found.replacement;
    copied = index + 1;
  }
  return copied === 0 ? text : tidied + text.slice(copied);
}

/** One finding for each run of untidy characters, in order: an error where only a lenient reading would accept it. */
export function untidyFindings(text: string, rules: TidyingRules, lenient: boolean): Finding[] {
  const findings: { code: FindingCode; severity: Finding["severity"]; at: [number, number] }[] = [];
  for (let index = 0; index < text.length; index++) {
    if (isAsciiAlphanumeric(text.charCodeAt(index))) continue;
    const always = rules.always?.(text, index);
    const code = (always ?? rules.lenient?.(text, index))?.note;
    if (code === undefined) continue;
    const last = findings.at(-1);
    if (last?.code === code && last.at[1] === index) last.at[1] = index + 1;
    else {
      const severity = always !== undefined || lenient ? "warning" : "error";
      findings.push({ code, severity, at: [index, index + 1] });
    }
  }
  return findings;
}

/** Where a span of the leniently tidied text lies in the text as it was given. */
export function originalSpan(text: string, rules: TidyingRules, span: Span | undefined): Span | undefined {
  if (span === undefined) return undefined;
  const kept: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const found = rules.always?.(text, index) ?? rules.lenient?.(text, index);
    if (found?.replacement !== "") kept.push(index);
  }
  const first = kept[span[0]] ?? text.length;
  const last = kept[span[1] - 1] ?? text.length - 1;
  return [first, last + 1];
}
