import type { LogEntry } from "@shiming/contract";

/** The newest entries of one log. Older ones are let go in blocks, so that writing costs the same however long it runs. */
export class RecentLog {
  readonly #capacity: number;
  /** Up to twice the capacity; only the last `capacity` are told. */
  readonly #entries: LogEntry[] = [];

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  append(entry: LogEntry): void {
    if (this.#entries.length === 2 * this.#capacity) this.#entries.splice(0, this.#capacity);
    this.#entries.push(entry);
  }

  /** Undoes the last {@link append}; the entry that it pushed out is told again. */
  takeBack(): void {
    this.#entries.pop();
  }

  read(after: number, limit: number): readonly LogEntry[] {
    const oldest = Math.max(0, this.#entries.length - this.#capacity);
    const start = Math.max(oldest, this.#firstAfter(after));
    return this.#entries.slice(start, start + limit);
  }

  /** Binary search: sequences only grow. */
  #firstAfter(sequence: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#entries[middle];
      if (entry !== undefined && entry.sequence <= sequence) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
