import type { Store } from "@shiming/contract";
import { isRecordId } from "../record-id.ts";
import { readRecord } from "../record-store.ts";
import { type ConsentRecord, RECEIPT_TYPE } from "../record.ts";
import { agrees } from "../standing.ts";
import { readCompactJws } from "./compact-jws.ts";
import { ledgerKeys, readPlace } from "./place.ts";

/**
 * What has become of the decision that a receipt speaks of. Only `given` and `renewed` allow handling on consent;
 * `informed` is a notice where the law asks for no consent. `withdrawn`: by this act or since. `superseded`: the person
 * has decided anew since. `unknown`: no such record, or not this receipt.
 */
export type ReceiptStatus =
  "given" | "renewed" | "refused" | "withdrawn" | "informed" | "superseded" | "unknown";

/**
 * Looks up what has become of a decision, by its receipt or by the receipt's `jti`. It reads the store each time, so a
 * withdrawal anywhere counts at once.
 *
 * A receipt is compared with the one on record, its signature is not checked: for one that comes from outside, ask
 * `verifyConsentReceipt` first. Answer only to those who show a receipt: an answer to any `jti` tells who has decided.
 *
 * @throws StoreError when the store fails.
 * @example
 * ```ts
 * import { receiptStatus } from "@shiming/consent";
 * import type { Store } from "@shiming/contract";
 *
 * export async function mayStillUse(store: Store, receipt: string): Promise<boolean> {
 *   const status = await receiptStatus({ store, appId: "example.community" }, receipt);
 *   return status === "given" || status === "renewed";
 * }
 * ```
 */
export async function receiptStatus(
  { store, appId }: { readonly store: Pick<Store, "get">; readonly appId: string },
  receiptOrJti: string,
): Promise<ReceiptStatus> {
  const claims = readCompactJws(receiptOrJti, RECEIPT_TYPE)?.claims;
  const id: unknown = claims === undefined ? receiptOrJti : claims["jti"];
  if (!isRecordId(id) || (claims !== undefined && claims["iss"] !== appId)) return "unknown";
  const keys = ledgerKeys(appId);
  const entry = await store.get(keys.record(id));
  if (entry === undefined) return "unknown";
  const place = readPlace(entry.value);
  if (claims !== undefined && claims["sub"] !== place.subject) return "unknown";
  const latest = await store.get(keys.place(place));
  if (latest === undefined) return "unknown";
  const record = readRecord(latest.value);
  if (record.id !== id) return record.event === "withdrawn" ? "withdrawn" : "superseded";
  if (record.recipient !== undefined && agrees(record)) {
    // An act about a recipient ends with the agreement to the purpose that it was made in.
    const { recipient: _recipient, ...ofPurpose } = place;
    const whole = await store.get(keys.place(ofPurpose));
    const agreement = whole && readRecord(whole.value);
    if (!agrees(agreement) || agreement.agreement !== record.agreement) return "withdrawn";
  }
  return claims === undefined || record.receipt === receiptOrJti ? statusOf(record) : "unknown";
}

function statusOf({ event, renews = false }: ConsentRecord): ReceiptStatus {
  return event === "given" && renews ? "renewed" : event;
}
