import { type JwkSet, assertOption, assertText } from "@shiming/contract";
import { readHead } from "./chain-head.ts";
import { type ChainEnd, EMPTY_CHAIN } from "./chain-line.ts";
import { createJwsVerifier, type JwsVerifier } from "./jws-verifier.ts";
import { LedgerPass } from "./ledger-pass.ts";
import type { LedgerFinding } from "./ledger-finding.ts";
import type { LedgerSource } from "./ledger-source.ts";
import { ledgerKeys } from "./place.ts";

/** What {@link verifyLedger} looks at. */
export interface VerifyLedgerOptions {
  readonly store: LedgerSource;
  /** The `id` of `defineApp`. */
  readonly appId: string;
  /**
   * The app's public keys, former ones too. Default: none, and then no signature is checked: what fits together passes,
   * also when somebody has written all of it anew.
   */
  readonly jwks?: JwkSet;
  /** What an earlier check said, noted elsewhere: finds that the ledger was replaced by an older one. Default: nothing. */
  readonly known?: { readonly records: number; readonly head: string };
  /** How many persons to hold in memory; for each further so many, the log is read once more. Default 200 000. */
  readonly maxPlaces?: number;
}

/** Whether a ledger holds; if not, where it broke. */
export type LedgerVerdict =
  | {
      readonly ok: true;
      /** How many. */
      readonly records: number;
      /** Base64url SHA-256 of the last line. Note it elsewhere, with `records`: see {@link VerifyLedgerOptions.known}. */
      readonly head: string;
      /** Whether signatures were checked: only with `jwks`. */
      readonly signatures: boolean;
    }
  | ({ readonly ok: false } & LedgerFinding);

/**
 * Checks the ledger of an app from end to end: that each line follows the one before, each record is the one that its
 * hash, its receipt and the same person's next record speak of, the last line is the one that the head was signed for,
 * and the entries that grants are made from say what the lines say. Reads as a stream. Others may write meanwhile.
 *
 * What it cannot see by itself: a whole store that was put back to an earlier state is a sound ledger, only shorter. Note
 * `records` and `head` somewhere else from time to time, and give them as `known`.
 *
 * @throws UsageError `INVALID_OPTION` for a malformed key set or bound.
 * @throws StoreError when the store fails.
 * @example
 * ```ts
 * import { verifyLedger, type LocalKeys } from "@shiming/consent";
 * import { openSqliteStore } from "@shiming/store-sqlite";
 *
 * export async function audit(keys: LocalKeys): Promise<string> {
 *   const store = openSqliteStore({ path: "shiming.db" });
 *   const verdict = await verifyLedger({ store, appId: "example.community", jwks: keys.jwks });
 *   await store.close();
 *   return verdict.ok ? `${verdict.records} records, head ${verdict.head}` : `line ${verdict.at}: ${verdict.reason}`;
 * }
 * ```
 */
export async function verifyLedger(options: VerifyLedgerOptions): Promise<LedgerVerdict> {
  const { store, appId, jwks, known, maxPlaces = 200_000 } = options;
  assertText(appId, "appId");
  const isBound = Number.isSafeInteger(maxPlaces) && maxPlaces > 0;
  assertOption(isBound, "maxPlaces", "must be a whole number from 1");
  const verify = jwks && createJwsVerifier(jwks);
  const head = await findHead(store, appId, verify);
  if ("reason" in head) return { ok: false, ...head };
  const parts = Math.max(1, Math.ceil(head.number / maxPlaces));
  for (let index = 0; index < parts; index += 1) {
    const part = { index, of: parts };
    // oxlint-disable-next-line no-await-in-loop -- one part at a time is the point: memory
    const finding = await new LedgerPass({ store, appId, verify, known, head, part }).run();
    if (finding !== undefined) return { ok: false, ...finding };
  }
  return { ok: true, records: head.number, head: head.digest, signatures: verify !== undefined };
}

/** Where a chain ends by its head, and the text that says so. */
export interface FoundHead extends ChainEnd {
  readonly text: string | undefined;
}

async function findHead(
  store: LedgerSource,
  appId: string,
  verify: JwsVerifier | undefined,
): Promise<FoundHead | LedgerFinding> {
  const entry = ledgerKeys(appId).head;
  const text = (await store.get(entry))?.value;
  if (text === undefined) return { ...EMPTY_CHAIN, text };
  const head = readHead(text, appId);
  if (head === undefined) return { at: 0, sequence: undefined, reason: "head-malformed", entry };
  const fault = await verify?.(head.jws);
  if (fault === undefined) return { number: head.number, digest: head.digest, text };
  const reason = fault === "wrong-key" ? "head-key" : "head-signature";
  return { at: 0, sequence: undefined, reason, entry };
}
