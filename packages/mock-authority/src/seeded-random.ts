import { hash } from "node:crypto";

/** Values that look random and are the same in every run with the same seed. */
export interface SeededRandom {
  /** 64 hex characters fixed by seed and label: keys, passwords, serial numbers. */
  derive(label: string): string;
  /** 64 hex characters, new at every call. */
  next(): string;
  /** A version 4 UUID, new at every call. */
  nextUuid(): string;
  /** Starts the sequence of `next` and `nextUuid` again. */
  restart(): void;
}

const VARIANT = "89ab";

function toUuid(hex: string): string {
  const variant = VARIANT.charAt(hex.charCodeAt(16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A source of repeatable values. Not a secret: anyone with the seed can compute them. */
export function createSeededRandom(seed: string): SeededRandom {
  let counter = 0;
  const next = (): string => {
    counter += 1;
    return hash("sha256", `next\n${seed}\n${counter}`);
  };
  return {
    derive: (label) => hash("sha256", `derive\n${seed}\n${label}`),
    next,
    nextUuid: () => toUuid(next()),
    restart() {
      counter = 0;
    },
  };
}
