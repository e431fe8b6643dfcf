import { StoreError } from "@shiming/contract";
import { type ChainTools, ChainWriter, type Version } from "./ledger/chain-writer.ts";
import { ledgerKeys, type Place, readPlace } from "./ledger/place.ts";
import { isRecordId } from "./record-id.ts";
import { type ConsentRecord, RECORD_SCHEMA } from "./record.ts";

export type { Place } from "./ledger/place.ts";

/** Where records live: the latest of each person and purpose under a key, and every act in the hash chain of the app. */
export interface RecordStore {
  latest(place: Place): Promise<Latest>;
  byId(recordId: string): Promise<Place | undefined>;
  /**
   * Resolves to true when the record is durable, and to false when somebody else wrote at its place first; then read
   * again. Rejects with a `StoreError` when the store fails, or when too many records wait.
   */
  append(record: ConsentRecord, after: Latest): Promise<boolean>;
}

export interface Latest {
  /** Changes with every record of this place. */
  readonly version: Version;
  /** Reads the record only when somebody asks: mostly the version says enough. */
  readonly record: () => ConsentRecord | undefined;
}

export function createRecordStore(tools: ChainTools): RecordStore {
  const { store, appId } = tools;
  const keys = ledgerKeys(appId);
  const chain = new ChainWriter(tools);
  return {
    async latest(place) {
      const entry = await store.get(keys.place(place));
      return entry === undefined
        ? { version: "absent", record: () => undefined }
        : { version: entry.version, record: () => readRecord(entry.value) };
    },
    async byId(recordId) {
      if (!isRecordId(recordId)) return undefined;
      const entry = await store.get(keys.record(recordId));
      return entry && readPlace(entry.value);
    },
    append: (record, after) => chain.append(record, after.version),
  };
}

/** @throws StoreError when the store gives back what was never written. */
export function readRecord(json: string): ConsentRecord {
  // Our own line, written by `append`; a store that returns anything else is broken.
  const record = JSON.parse(json) as ConsentRecord;
  if (record.schema !== RECORD_SCHEMA) {
    throw new StoreError("STORE_FAILED", "a consent record has an unknown schema");
  }
  return record;
}
