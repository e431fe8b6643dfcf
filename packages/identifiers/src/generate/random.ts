/** Repeatable choices: the same seed gives the same ones, on every machine. Not for secrets. */
export interface Random {
  /** A whole number from 0 up to, but without, `limit`. */
  readonly below: (limit: number) => number;
  /** So many ASCII digits. */
  readonly digits: (count: number) => string;
  /** One of the characters of a text. */
  readonly character: (text: string) => string;
  /** One of several things. */
  readonly pick: <T>(things: readonly [T, ...T[]]) => T;
}

/** Numbers drawn from a seed: FNV-1a over its UTF-16 units, then mulberry32. */
export function createRandom(seed: string): Random {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  }

  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * limit);
  };

  return {
    below,
    digits: (count) => Array.from({ length: count }, () => below(10)).join(""),
    character: (text) => text.charAt(below(text.length)),
    pick: (things) => things[below(things.length)] ?? things[0],
  };
}
