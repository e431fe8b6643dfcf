import type { FindingCode } from "./finding-codes.ts";
import type { Finding, IdentifierKind, Parsed, ParseOptions, Span } from "./identifier-kind.ts";
import type { Tidying } from "./tidying.ts";

/** Something to tell about a tidied text. */
export interface Remark {
  readonly code: FindingCode;
  /** Where in the text it shows, asked only where the remark applies; absent when it is about the whole. */
  readonly at?: (text: string) => Span;
}

/** What makes one kind differ from the others. Texts are tidied before they come here. */
export interface KindRules<Parts> {
  /** Must leave alone whatever `check` accepts. */
  readonly tidying: Tidying;
  /**
   * The first rule the text breaks, or nothing. The only place that decides; answers with constants and allocates
   * nothing.
   */
  readonly check: (text: string, asOf: string | undefined) => Remark | undefined;
  /** The canonical form of an accepted text; default the text in upper case. */
  readonly canonical?: (text: string) => string;
  /** The parts of a canonical value. */
  readonly parts: (value: string) => Parts;
  /** What to warn about in an accepted text; default nothing. */
  readonly warnings?: (text: string, options: ParseOptions | undefined) => readonly Remark[];
  /** A canonical value with its telling characters starred. */
  readonly mask: (value: string) => string;
}

/** Builds the public face of a kind from its rules. */
export function defineKind<Parts>(rules: KindRules<Parts>): IdentifierKind<Parts> {
  function parse(input: string, options?: ParseOptions): Parsed<Parts> {
    const source = readable(input);
    const findings: Finding[] = [];
    // The text as a lenient reader sees it: a number typed with spaces is told of the spaces, not of its length.
    let text = "";
    const dropped: number[] = [];
    let copied = 0;
    for (let index = nextUntidy(source, 0); index < source.length; index = nextUntidy(source, index + 1)) {
      const reading = rules.tidying(source, index);
      if (!reading) continue;
      const [replacement, note, isOrdinary] = reading;
      text += source.slice(copied, index) + replacement;
      copied = index + 1;
      if (!replacement) dropped.push(index);
      const severity = options?.lenient || isOrdinary ? "warning" : "error";
      if (note) findings.push({ code: note, severity, at: [index, copied] });
    }
    text += source.slice(copied);

    const place = (index: number): number => dropped.reduce((at, hole) => (hole > at ? at : at + 1), index);
    const add = ({ code, at }: Remark, severity: Finding["severity"]): void => {
      const span = at?.(text);
      findings.push({ code, severity, at: span && [place(span[0]), place(span[1] - 1) + 1] });
    };
    const fault =
      typeof input === "string" ? rules.check(text, options?.asOf) : ({ code: "NOT_A_STRING" } as const);
    if (fault) add(fault, "error");
    if (findings.some(({ severity }) => severity === "error")) return { valid: false, findings };

    for (const warning of rules.warnings?.(text, options) ?? []) add(warning, "warning");
    const value = rules.canonical?.(text) ?? text.toUpperCase();
    return { valid: true, value, parts: rules.parts(value), findings };
  }

  return {
    parse,

    isValid(input, options) {
      const text = readable(input);
      if (!rules.check(text, options?.asOf)) return true;
      return nextUntidy(text, 0) < text.length && parse(input, options).valid;
    },

    mask(value) {
      // Not by the clock: every date has come by then.
      const parsed = parse(value, { lenient: true, asOf: "9999-12-31" });
      return parsed.valid ? rules.mask(parsed.value) : "*".repeat(readable(value).length);
    },
  };
}

/**
 * The input, if it is text. What is too long to be any identifier stays unread, so that findings and time stay bounded:
 * it is read as stars, which no kind accepts.
 */
function readable(input: unknown): string {
  const text = typeof input === "string" ? input : "";
  return text.length > 256 ? "*".repeat(256) : text;
}

/** Where the next character that can be untidy stands, from an index on; the end if none. From / to ~ none can. */
function nextUntidy(text: string, start: number): number {
  for (let index = start; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x2f || unit > 0x7e) return index;
  }
  return text.length;
}
