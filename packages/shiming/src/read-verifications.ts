import { type ReadOptions, type Store, StoreError } from "@shiming/contract";
import { LOG } from "./ledger.ts";
import type { VerificationLine } from "./verification.ts";

/** A line of the log, and where it stands. */
export interface LoggedVerification extends VerificationLine {
  /** Pass the last one as `after` to read on. */
  readonly sequence: number;
}

/**
 * Reads what was asked, of whom, under which consent, with which end and at what charge: the engine's own log, without
 * a personal value.
 *
 * @throws StoreError `STORE_FAILED` when a later version of this package has written the log.
 * @example
 * ```ts
 * import { readVerifications } from "shiming";
 * import { openSqliteStore } from "@shiming/store-sqlite";
 *
 * const store = openSqliteStore({ path: "shiming.db" });
 * for (const { at, provider, status, charge, sent } of await readVerifications(store, { limit: 100 })) {
 *   console.log(at, provider, status, charge.charged, sent.join(" "));
 * }
 * ```
 */
export async function readVerifications(
  store: Store,
  options?: ReadOptions,
): Promise<readonly LoggedVerification[]> {
  const lines = await store.read(LOG, options);
  return lines.map(({ value, sequence }) => {
    // Written by the ledger; of another version, the schema says so.
    const line = JSON.parse(value) as VerificationLine;
    const schema: string = line.schema;
    if (schema !== "shiming-verification-line/1") {
      throw new StoreError("STORE_FAILED", "the log of verifications has an unknown schema");
    }
    return { ...line, sequence };
  });
}
