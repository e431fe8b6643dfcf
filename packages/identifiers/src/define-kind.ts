import type { FindingCode } from "./finding-codes.ts";
import type { Finding, IdentifierKind, ParseOptions, Span } from "./identifier-kind.ts";
import { maskAll } from "./mask.ts";
import { originalSpan, tidy, untidyFindings } from "./tidy.ts";
import type { TidyingRules } from "./tidy.ts";

/** A warning about an accepted text, with its place in that text. */
export interface Remark {
  readonly code: FindingCode;
  readonly at?: Span;
}

/** For each rule that looks at a place: where in a refused text it looked. */
export type Spans = { readonly [Code in FindingCode]?: (text: string) => Span };

/** What makes one kind differ from the others. Texts are tidied before they come here. */
export interface KindRules<Parts> {
  readonly tidying: TidyingRules;
  /** Reported for an input longer than any way of writing this kind. */
  readonly lengthCode: FindingCode;
  /** The first rule the text breaks, or nothing. The only place that decides; allocates nothing. */
  readonly check: (text: string, asOf: string | undefined) => FindingCode | undefined;
  readonly spans: Spans;
  /** The canonical form of an accepted text. */
  readonly canonical: (text: string) => string;
  /** The parts of a canonical value. */
  readonly parts: (value: string) => Parts;
  /** What to warn about in an accepted text. */
  readonly remarks: (text: string) => readonly Remark[];
  /** A canonical value with its telling characters starred. */
  readonly mask: (value: string) => string;
}

/** The span of the character of one UTF-16 unit at an index. */
export function oneCharacter(index: number): Span {
  return [index, index + 1];
}

/** Longer inputs are refused unread, so that findings and time stay bounded. In UTF-16 units. */
const LONGEST_INPUT = 128;

/** Masking must not depend on the clock: every date has come by then. */
const MASK_OPTIONS: ParseOptions = { lenient: true, asOf: "9999-12-31" };

/** Builds the public face of a kind from its rules. */
export function defineKind<Parts>(rules: KindRules<Parts>): IdentifierKind<Parts> {
  function refusal(input: string, options?: ParseOptions): FindingCode | undefined {
    if (typeof input !== "string") return "NOT_A_STRING";
    if (input.length > LONGEST_INPUT) return rules.lengthCode;
    return rules.check(tidy(input, rules.tidying, options?.lenient === true), options?.asOf);
  }

  return {
    isValid: (input, options) => refusal(input, options) === undefined,

    parse(input, options) {
      const code = refusal(input, options);
      if (code !== undefined) return { valid: false, findings: explain(rules, { input, code, options }) };
      const lenient = options?.lenient === true;
      const text = tidy(input, rules.tidying, lenient);
      const value = rules.canonical(text);
      const findings = untidyFindings(input, rules.tidying, lenient);
      for (const remark of rules.remarks(text)) {
        findings.push(finding(remark.code, "warning", originalSpan(input, rules.tidying, remark.at)));
      }
      return { valid: true, value, parts: rules.parts(value), findings };
    },

    mask(value) {
      if (refusal(value, MASK_OPTIONS) !== undefined) return maskAll(value);
      return rules.mask(rules.canonical(tidy(value, rules.tidying, true)));
    },
  };
}

interface Refused {
  readonly input: string;
  readonly code: FindingCode;
  readonly options: ParseOptions | undefined;
}

/**
 * Why an input was refused. Where a strict reading met untidy characters, the rules are asked again about the
 * tidied text: a number typed with spaces is told of the spaces and not of a wrong length. One error is sure:
 * if the tidied text passes, what had to be tidied is what a strict reading refuses.
 */
function explain<Parts>(rules: KindRules<Parts>, { input, code, options }: Refused): Finding[] {
  if (typeof input !== "string" || input.length > LONGEST_INPUT) return [{ code, severity: "error" }];
  const lenient = options?.lenient === true;
  const findings = untidyFindings(input, rules.tidying, lenient);
  const text = tidy(input, rules.tidying, true);
  const wasRead = text === tidy(input, rules.tidying, lenient);
  const fault = wasRead ? code : rules.check(text, options?.asOf);
  if (fault !== undefined) {
    const span = rules.spans[fault]?.(text);
    findings.push(finding(fault, "error", originalSpan(input, rules.tidying, span)));
  }
  return findings;
}

function finding(code: FindingCode, severity: Finding["severity"], at: Span | undefined): Finding {
  return at === undefined ? { code, severity } : { code, severity, at };
}
