import { type Change, type Clock, type Keys, type Store, StoreError } from "@shiming/contract";
import type { ConsentRecord } from "../record.ts";
import { readHead, signHead } from "./chain-head.ts";
import { createJwsVerifier, type JwsVerifier } from "./jws-verifier.ts";
import { type ChainEnd, EMPTY_CHAIN, nextLine } from "./chain-line.ts";
import { ledgerKeys, type LedgerKeys, writePlace } from "./place.ts";

/** What a chain is written with. */
export interface ChainTools {
  readonly store: Store;
  readonly appId: string;
  /** Signs the head, once for each batch, and tells a head that we signed from another. */
  readonly keys: Pick<Keys, "signer" | "jwks">;
  readonly clock: Clock;
}

/** The version of a store entry, as `Put.expect` wants it. */
export type Version = number | "absent";

interface Job {
  readonly record: ConsentRecord;
  /** The key of its place. */
  readonly key: string;
  /** What the caller saw there. */
  readonly expect: Version;
  readonly resolve: (written: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** So that one commit cannot hold the store for long. */
const LARGEST_BATCH = 256;
/** Beyond this a caller is told to come back: memory stays bounded when the store is slower than the people. */
const MOST_WAITING = 10_000;
/** Each failed one means that another process wrote in between; one of the writers always gets through. */
const MAX_ATTEMPTS = 100;
/** Entry of the place, entry of the record id, line. */
const CHANGES_OF_ONE = 3;

/**
 * Writes records to the hash chain of one app. What comes while a batch is being written makes the next batch, so that
 * many decisions share one signature and one wait for the disk. Other processes may write the same chain: the head is
 * only replaced as it was read.
 */
export class ChainWriter {
  readonly #tools: ChainTools;
  readonly #keys: LedgerKeys;
  readonly #verify: JwsVerifier;
  /** The head that this writer signed last: it need not be looked at again. */
  #signed = "";
  #waiting: Job[] = [];
  #isWriting = false;

  constructor(tools: ChainTools) {
    this.#tools = tools;
    this.#keys = ledgerKeys(tools.appId);
    this.#verify = createJwsVerifier(tools.keys.jwks);
  }

  /** True when the record is in the store for good; false when somebody else wrote at its place first. */
  append(record: ConsentRecord, expect: Version): Promise<boolean> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length >= MOST_WAITING)
        return reject(new StoreError("STORE_FAILED", "too many consent records wait to be written"));
      this.#waiting.push({ record, key: this.#keys.place(record), expect, resolve, reject });
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    await this.#writeNext();
    this.#isWriting = false;
    if (this.#waiting.length > 0) void this.#writeAll();
  }

  /** Never rejects: what goes wrong is told to those who wait. */
  async #writeNext(): Promise<void> {
    const taken = this.#waiting.splice(0, LARGEST_BATCH);
    const firstAt = new Map(taken.toReversed().map((job) => [job.key, job]));
    const batch = taken.filter((job) => firstAt.get(job.key) === job);
    try {
      await this.#write(batch);
      // Two decisions of one person at once: the second must be made again, after the first.
      for (const job of taken) job.resolve(false);
    } catch (error) {
      for (const job of taken) job.reject(error);
    }
  }

  async #write(jobs: readonly Job[], attempt = 1): Promise<void> {
    if (jobs.length === 0) return;
    const result = await this.#tools.store.commit(await this.#changes(jobs));
    if (result.applied) return jobs.forEach((job) => job.resolve(true));
    if (attempt === MAX_ATTEMPTS)
      throw new StoreError("STORE_FAILED", "another process keeps writing the consent chain");
    return this.#write(await this.#stillFirst(jobs, result.failed), attempt + 1);
  }

  async #changes(jobs: readonly Job[]): Promise<readonly Change[]> {
    const { keys, appId, clock } = this.#tools;
    const found = await this.#readEnd();
    let end = found.end;
    const changes: Change[] = [];
    for (const { record, key, expect } of jobs) {
      const line = nextLine(end, record);
      end = line.end;
      changes.push(
        { change: "put", key, value: JSON.stringify(record), expect },
        { change: "put", key: this.#keys.record(record.id), value: writePlace(record), expect: "absent" },
        { change: "append", log: this.#keys.log, value: line.text },
      );
    }
    const value = await signHead(keys.signer, { appId, now: clock.now(), end });
    this.#signed = value;
    return [...changes, { change: "put", key: this.#keys.head, value, expect: found.version }];
  }

  async #readEnd(): Promise<{ readonly version: Version; readonly end: ChainEnd }> {
    const entry = await this.#tools.store.get(this.#keys.head);
    if (entry === undefined) return { version: "absent", end: EMPTY_CHAIN };
    const end = readHead(entry.value, this.#tools.appId);
    // Whoever changed the chain without the key must not have it signed by us with the next record.
    const isOurs = end !== undefined && (entry.value === this.#signed || !(await this.#verify(end.jws)));
    if (!isOurs) throw new StoreError("STORE_FAILED", "the head of the consent chain is damaged");
    return { version: entry.version, end };
  }

  /** Answers those who lost their place with false, and gives back the others. */
  async #stillFirst(jobs: readonly Job[], failed: number): Promise<readonly Job[]> {
    const loser = jobs[Math.floor(failed / CHANGES_OF_ONE)];
    const isFirst = await Promise.all(
      jobs.map(async (job) => {
        const version = (await this.#tools.store.get(job.key))?.version ?? "absent";
        return job !== loser && version === job.expect;
      }),
    );
    jobs.forEach((job, index) => isFirst[index] || job.resolve(false));
    return jobs.filter((_job, index) => isFirst[index]);
  }
}
