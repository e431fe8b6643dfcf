import { UsageError } from "@shiming/contract";

const RECORD_ID = /^[\w-]{1,64}$/;

/** Ids of records are parts of store keys, and those hold no path of their own. */
export function isRecordId(id: unknown): id is string {
  return typeof id === "string" && RECORD_ID.test(id);
}

/** The app's own way to make ids, held to the rule: a record under another id could not be found again. */
export function checkingIds(newId: () => string): () => string {
  return () => {
    const id = newId();
    if (isRecordId(id)) return id;
    throw new UsageError("INVALID_OPTION", "newId", "must make ids of 1 to 64 letters, digits, `_` and `-`");
  };
}
