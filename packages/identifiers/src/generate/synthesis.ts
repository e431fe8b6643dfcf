import type { FindingCode } from "../finding-codes.ts";
import type { IdentifierKind } from "../identifier-kind.ts";
import type { Random } from "./random.ts";

/** How inputs of one kind are made up. */
export interface Synthesis<Wrong extends FindingCode> {
  readonly valid: (random: Random) => string;
  /** For each error the kind can report, an input that has this error and no other. */
  readonly wrong: Readonly<Record<Wrong, (random: Random) => string>>;
}

/** What a strict reading refuses and a lenient one accepts. */
export type UntidyCode = "CHARACTER_FULL_WIDTH" | "CHARACTER_SEPARATOR" | "CHARACTER_INVISIBLE";

const FULL_WIDTH_OFFSET = 0xfee0;

/** Makes a valid input untidy in its last digit, or before it. */
export function untidy(valid: (random: Random) => string): Synthesis<UntidyCode>["wrong"] {
  return {
    CHARACTER_FULL_WIDTH: (random) =>
      valid(random).replace(/\d/, (digit) => String.fromCharCode(digit.charCodeAt(0) + FULL_WIDTH_OFFSET)),
    CHARACTER_SEPARATOR: (random) => ` ${valid(random)}`,
    CHARACTER_INVISIBLE: (random) => `${valid(random)}\u200b`,
  };
}

const CHECK_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** By then every date has come. */
const ASOF = "9999-12-31";

/** A body with the one character behind it that makes a kind accept the whole. */
export function complete(body: string, kind: IdentifierKind<unknown>): string {
  for (const character of CHECK_CHARACTERS) {
    if (kind.isValid(body + character, { asOf: ASOF })) return body + character;
  }
  throw new RangeError("no check character fits");
}

/** The same number with another last character, a digit. */
export function withOtherLast(number: string): string {
  return number.slice(0, -1) + (number.endsWith("0") ? "1" : "0");
}

/** The same text with another character at an index. */
export function withCharacter(text: string, index: number, character: string): string {
  return text.slice(0, index) + character + text.slice(index + 1);
}

/** Days of 1901 and 1902, "YYYYMMDD": whoever was born then is not alive. */
export function longAgo(random: Random): string {
  const month = String(1 + random.below(12)).padStart(2, "0");
  const day = String(1 + random.below(28)).padStart(2, "0");
  return `${random.pick(["1901", "1902"])}${month}${day}`;
}
