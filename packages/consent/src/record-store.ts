import { type Store, StoreError } from "@shiming/contract";
import { isRecordId } from "./record-id.ts";
import type { ConsentRecord } from "./record.ts";

/** Where records live: the latest of each person and purpose under a key, and every act in the log `consent`. */
export interface RecordStore {
  latest(place: Place): Promise<Latest>;
  byId(recordId: string): Promise<Place | undefined>;
  /** Resolves to false when somebody else wrote first; then read again. */
  append(record: ConsentRecord, after: Latest): Promise<boolean>;
}

/** One person and one purpose. */
export interface Place {
  readonly purposeId: string;
  /** Blind index. */
  readonly subject: string;
}

export interface Latest {
  /** Changes with every record of this place. */
  readonly version: number | "absent";
  /** Reads the record only when somebody asks: mostly the version says enough. */
  readonly record: () => ConsentRecord | undefined;
}

export function createRecordStore(store: Store, appId: string): RecordStore {
  const placeKey = ({ purposeId, subject }: Place): string => `consent/${appId}/${purposeId}/${subject}`;
  const idKey = (recordId: string): string => `consent-record/${appId}/${recordId}`;
  return {
    async latest(place) {
      const entry = await store.get(placeKey(place));
      return entry === undefined
        ? { version: "absent", record: () => undefined }
        : { version: entry.version, record: () => readRecord(entry.value) };
    },
    async byId(recordId) {
      if (!isRecordId(recordId)) return undefined;
      const entry = await store.get(idKey(recordId));
      if (entry === undefined) return undefined;
      const [purposeId = "", subject = ""] = entry.value.split("/");
      return { purposeId, subject };
    },
    async append(record, after) {
      const value = JSON.stringify(record);
      const result = await store.commit([
        { change: "put", key: placeKey(record), value, expect: after.version },
        { change: "put", key: idKey(record.id), value: `${record.purposeId}/${record.subject}` },
        { change: "append", log: "consent", value },
      ]);
      return result.applied;
    },
  };
}

function readRecord(json: string): ConsentRecord {
  // Our own line, written by `append`; a store that returns anything else is broken.
  const record = JSON.parse(json) as ConsentRecord;
  if (record.schema !== "shiming-consent-record/1") {
    throw new StoreError("STORE_FAILED", "a consent record has an unknown schema");
  }
  return record;
}
