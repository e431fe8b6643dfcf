import type { Random } from "./random.ts";
import type { Synthesis, UntidyCode } from "./synthesis.ts";

/** 某, "a certain": written in place of a surname, and the surname of nobody. */
const name = (random: Random): string =>
  `某${random.character("一二三四五六七八九")}${random.character("一二三四五六七八九")}`;

export const personNameSynthesis: Synthesis<
  | Exclude<UntidyCode, "CHARACTER_FULL_WIDTH">
  | "NAME_LENGTH"
  | "NAME_CHARACTER"
  | "NAME_RADICAL"
  | "NAME_SEPARATOR_PLACE"
> = {
  valid: name,
  wrong: {
    CHARACTER_SEPARATOR: (random) => ` ${name(random)}`,
    CHARACTER_INVISIBLE: (random) => `${name(random)}\u200b`,
    NAME_LENGTH: (random) => name(random).repeat(34),
    NAME_CHARACTER: (random) => `${name(random)}7`,
    // The radical 一 of the Kangxi block.
    NAME_RADICAL: (random) => `${name(random)}\u2f00`,
    NAME_SEPARATOR_PLACE: (random) => `${name(random)}·`,
  },
};
