import type { LogEntry } from "@shiming/contract";
import { digest } from "../digest.ts";
import { type ChainEnd, EMPTY_CHAIN } from "./chain-line.ts";
import type { JwsVerifier } from "./jws-verifier.ts";
import { LatestRecords, type LastOfPlace, type Part } from "./latest-records.ts";
import type { LedgerFinding } from "./ledger-finding.ts";
import { checkLine, type SoundLine } from "./ledger-line.ts";
import type { LedgerSource } from "./ledger-source.ts";
import { ledgerKeys, type LedgerKeys, writePlace } from "./place.ts";
import { readLog } from "./read-log.ts";

/** What one reading of a ledger goes by. */
export interface PassOptions {
  readonly store: LedgerSource;
  readonly appId: string;
  readonly verify: JwsVerifier | undefined;
  readonly known: { readonly records: number; readonly head: string } | undefined;
  /** Where the chain ends by its head, and the text of that. */
  readonly head: ChainEnd & { readonly text: string | undefined };
  /** Whose entries to compare. Signatures and record ids are for the first part to check. */
  readonly part: Part;
}

type Finding = LedgerFinding | undefined;

/** One reading of a ledger, from its first line to the one that the head names. */
export class LedgerPass {
  readonly #options: PassOptions;
  readonly #keys: LedgerKeys;
  readonly #latest: LatestRecords;
  #end: ChainEnd = EMPTY_CHAIN;
  #sequence = 0;

  constructor(options: PassOptions) {
    this.#options = options;
    this.#keys = ledgerKeys(options.appId);
    this.#latest = new LatestRecords(this.#keys, options.part);
  }

  /** The first thing that is wrong, if anything is. */
  async run(): Promise<Finding> {
    return (
      (await this.#checkLines()) ??
      (await this.#checkEnd()) ??
      (await this.#checkPlaces()) ??
      this.#checkUnaccounted()
    );
  }

  async #checkLines(): Promise<Finding> {
    const { store, head } = this.#options;
    for await (const page of readLog(store, { log: this.#keys.log })) {
      const lines = page.slice(0, head.number - this.#end.number);
      const finding = await this.#checkPage(lines);
      if (finding !== undefined || this.#end.number === head.number) return finding;
    }
    return undefined;
  }

  /** What needs the thread pool or the store is done for a page at a time; the earliest finding counts. */
  async #checkPage(lines: readonly LogEntry[]): Promise<Finding> {
    const asked: Promise<Finding>[] = [];
    let finding: Finding;
    for (const entry of lines) {
      const line = checkLine(entry.value, { appId: this.#options.appId, end: this.#end });
      finding = this.#follow(line, entry.sequence);
      if (finding !== undefined || typeof line === "string") break;
      if (this.#options.part.index === 0) asked.push(this.#checkProof(line, entry.sequence));
    }
    return (await Promise.all(asked)).find((found) => found !== undefined) ?? finding;
  }

  #follow(line: ReturnType<typeof checkLine>, sequence: number): Finding {
    const at = this.#end.number + 1;
    if (typeof line === "string") return { at, sequence, reason: line };
    this.#end = line.end;
    this.#sequence = sequence;
    if (!this.#latest.add(line, sequence)) return { at, sequence, reason: "record-previous" };
    const { known } = this.#options;
    const isNoted = known?.records !== at || known.head === line.end.digest;
    return isNoted ? undefined : { at, sequence, reason: "known-head" };
  }

  async #checkProof({ record, receipt, end }: SoundLine, sequence: number): Promise<Finding> {
    const { store, verify } = this.#options;
    const fault = await verify?.(receipt);
    if (fault !== undefined) {
      const reason = fault === "wrong-key" ? "receipt-key" : "receipt-signature";
      return { at: end.number, sequence, reason };
    }
    const entry = this.#keys.record(record.id);
    const found = await store.get(entry);
    if (found?.value === writePlace(record)) return undefined;
    return { at: end.number, sequence, reason: "record-entry", entry };
  }

  async #checkEnd(): Promise<Finding> {
    const { store, head, known } = this.#options;
    const { number } = this.#end;
    if (number < head.number) return { at: number + 1, sequence: undefined, reason: "lines-missing" };
    if (this.#end.digest !== head.digest)
      return { at: number, sequence: this.#sequence, reason: "head-differs" };
    if (known !== undefined && known.records > number)
      return { at: number + 1, sequence: undefined, reason: "known-head" };
    const [next] = await store.read(this.#keys.log, { after: this.#sequence, limit: 1 });
    if (next === undefined || (await store.get(this.#keys.head))?.value !== head.text) return undefined;
    const reason = head.text === undefined ? "head-missing" : "line-after-head";
    return { at: number + 1, sequence: next.sequence, reason };
  }

  async #checkPlaces(): Promise<Finding> {
    const differing = new Map<string, { readonly last: LastOfPlace; readonly found: string | undefined }>();
    for await (const { key, ...difference } of this.#latest.differing(this.#options.store))
      differing.set(key, difference);
    if (differing.size > 0) await this.#excuseNewer(differing);
    const [first] = differing;
    if (first === undefined) return undefined;
    const [entry, { last }] = first;
    return { at: last.number, sequence: last.sequence, reason: "place-entry", entry };
  }

  /** Somebody may have written while the lines were read: then a later line says what the entry says. */
  async #excuseNewer(differing: Map<string, { readonly found: string | undefined }>): Promise<void> {
    const { store, appId } = this.#options;
    let end = this.#end;
    for await (const page of readLog(store, { log: this.#keys.log, after: this.#sequence })) {
      for (const { value } of page) {
        const line = checkLine(value, { appId, end });
        if (typeof line === "string") return;
        end = line.end;
        const key = this.#keys.place(line.record);
        if (differing.get(key)?.found === digest(line.recordText)) differing.delete(key);
      }
    }
  }

  #checkUnaccounted(): Finding {
    const { store, appId, part } = this.#options;
    if (store.keys === undefined) return undefined;
    const nowhere = { at: 0, sequence: undefined, reason: "entry-without-line" } as const;
    for (const entry of store.keys(`consent/${appId}/`))
      if (!this.#latest.accountsFor(entry)) return { ...nowhere, entry };
    if (part.index > 0) return undefined;
    // Every line has found its own entry, so only too many are left to be found.
    let records = 0;
    for (const entry of store.keys(`consent-record/${appId}/`)) {
      records += 1;
      if (records > this.#end.number) return { ...nowhere, entry };
    }
    return undefined;
  }
}
