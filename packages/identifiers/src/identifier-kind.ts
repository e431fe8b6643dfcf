import type { FindingCode } from "./finding-codes.ts";

/** One thing noticed in an input. Never holds the input itself. */
export interface Finding {
  /** Stable code, see `findingCodes`. */
  readonly code: FindingCode;
  /** An error refuses the input; a warning does not. */
  readonly severity: "error" | "warning";
  /** Where in the input, as `input.slice(...at)`; absent when it is about the whole input. */
  readonly at?: Span | undefined;
}

/** A stretch of text in UTF-16 units: from `start`, up to but without `end`. */
export type Span = readonly [start: number, end: number];

/** What `parse` answers. Either the canonical value with its parts, or the findings that refused it. */
export type Parsed<Parts> =
  | {
      readonly valid: true;
      /** The canonical form: upper case, no separators. */
      readonly value: string;
      readonly parts: Parts;
      /** Warnings only. */
      readonly findings: readonly Finding[];
    }
  | {
      readonly valid: false;
      /** At least one error. */
      readonly findings: readonly Finding[];
    };

/** How to read an input. */
export interface ParseOptions {
  /** The civil day to judge dates by, "YYYY-MM-DD"; default today in Asia/Shanghai. Kinds without a date ignore it. */
  readonly asOf?: string | undefined;
  /** Accept full-width and look-alike characters, separators and invisible marks, each with a warning; default false. */
  readonly lenient?: boolean | undefined;
  /**
   * Which six-digit region codes are known, for the warning `REGION_UNKNOWN` of `parse`. Default: those that
   * `addRegionCodes` added, and a coarse table of the digits that codes have ever had, which is small enough to come
   * along with every kind and finds three unknown codes in five. Pass `isKnownRegion` for the list of codes itself.
   * Kinds without a region ignore it.
   */
  readonly regions?: ((code: string) => boolean) | undefined;
  /**
   * Which country codes are known, three digits or three capital letters, for the warning `PR_CARD_NATIONALITY_UNKNOWN`
   * of `parse`. Default: all but China's own. Pass `isKnownNationality` for ISO 3166-1. Only permanent resident cards
   * have one.
   */
  readonly nationalities?: ((code: string) => boolean) | undefined;
}

/** One kind of number or name. Every kind has this face. */
export interface IdentifierKind<Parts> {
  /**
   * Reads an input into its parts, or says what is wrong with it and where.
   * Never throws on any input. A malformed `asOf` is the caller's mistake, and throws a `CivilDateError` wherever a date
   * comes to be judged by it.
   */
  parse(input: string, options?: ParseOptions): Parsed<Parts>;
  /** The `valid` of `parse` for the same arguments, without findings or parts: nothing is allocated for tidy input. */
  isValid(input: string, options?: ParseOptions): boolean;
  /** The value with its telling characters starred. What cannot be parsed is starred whole. Never throws. */
  mask(value: string): string;
}
