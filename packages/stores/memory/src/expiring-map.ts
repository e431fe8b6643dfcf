/** What an {@link ExpiringMap} keeps. `expiresAt` in milliseconds since the epoch, `Infinity` for never. */
export interface Expiring {
  readonly expiresAt: number;
}

/** With two records looked at for each one written, at most about half of the map is ever expired. */
const LOOKS_PER_WRITE = 2;

/**
 * A map whose records end. An ended record is gone for readers at once; its memory comes back as others are written:
 * every write looks at the next few records of an endless walk around the map. No timer, no index to keep in order.
 */
export class ExpiringMap<R extends Expiring> {
  readonly #records = new Map<string, R>();
  #walk = this.#records.entries();

  /** Ended records that still wait for the walk count. */
  get size(): number {
    return this.#records.size;
  }

  get(key: string, now: number): R | undefined {
    const record = this.#records.get(key);
    return record !== undefined && record.expiresAt > now ? record : undefined;
  }

  set(key: string, record: R, now: number): void {
    this.#look(LOOKS_PER_WRITE, now);
    this.#records.set(key, record);
  }

  delete(key: string): void {
    this.#records.delete(key);
  }

  /** Puts a key back to what {@link get} told before. */
  restore(key: string, record: R | undefined): void {
    if (record === undefined) this.#records.delete(key);
    else this.#records.set(key, record);
  }

  /** Takes every ended record out, in one go. */
  sweep(now: number): void {
    for (const [key, { expiresAt }] of this.#records) if (expiresAt <= now) this.#records.delete(key);
  }

  clear(): void {
    this.#records.clear();
  }

  #look(count: number, now: number): void {
    for (let looked = 0; looked < count; looked += 1) {
      const step = this.#walk.next();
      if (step.done) {
        this.#walk = this.#records.entries();
        return;
      }
      const [key, { expiresAt }] = step.value;
      if (expiresAt <= now) this.#records.delete(key);
    }
  }
}
