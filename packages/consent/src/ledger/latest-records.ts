import type { Store } from "@shiming/contract";
import { digest } from "../digest.ts";
import type { SoundLine } from "./ledger-line.ts";
import type { LedgerKeys } from "./place.ts";

/** The last line of one place so far. */
export interface LastOfPlace {
  readonly number: number;
  readonly sequence: number;
  /** Hash of the record, which the next one of this place must name. */
  readonly hash: string;
  /** Digest of the text that the entry of the place must hold. */
  readonly text: string;
}

/** Which part of all places to remember, when all of them would be too many. */
export interface Part {
  readonly index: number;
  readonly of: number;
}

/**
 * The latest record of each person and purpose, while a log goes by. Holds one part of the places at a time; whoever has
 * more parts reads the log once for each.
 */
export class LatestRecords {
  readonly #keys: LedgerKeys;
  readonly #part: Part;
  readonly #last = new Map<string, LastOfPlace>();

  constructor(keys: LedgerKeys, part: Part) {
    this.#keys = keys;
    this.#part = part;
  }

  /** False when the record does not name the one before it. */
  add(line: Pick<SoundLine, "record" | "recordText" | "end">, sequence: number): boolean {
    const { record, recordText, end } = line;
    const key = this.#keys.place(record);
    if (!this.#isMine(key)) return true;
    const follows = record.previous === this.#last.get(key)?.hash;
    this.#last.set(key, { number: end.number, sequence, hash: record.hash, text: digest(recordText) });
    return follows;
  }

  /** The places whose entry in the store is not their last line, with the key of the entry. */
  async *differing(store: Pick<Store, "get">): AsyncGenerator<{
    readonly key: string;
    readonly last: LastOfPlace;
    readonly found: string | undefined;
  }> {
    for (const [key, last] of this.#last) {
      // oxlint-disable-next-line no-await-in-loop -- as many at once as there are places would be too many
      const entry = await store.get(key);
      const found = entry && digest(entry.value);
      if (found !== last.text) yield { key, last, found };
    }
  }

  /** Whether a line accounts for this entry, as far as it is of this part. */
  accountsFor(key: string): boolean {
    return !this.#isMine(key) || this.#last.has(key);
  }

  #isMine(key: string): boolean {
    return this.#part.of === 1 || partOf(key, this.#part.of) === this.#part.index;
  }
}

function partOf(key: string, parts: number): number {
  return Buffer.from(digest(key), "base64url").readUInt32BE(0) % parts;
}
