import { assertKey } from "@shiming/contract";
import { digest } from "../digest.ts";
import { isRecordId } from "../record-id.ts";
import { bodyOf, type ConsentRecord, RECEIPT_TYPE, recordHash } from "../record.ts";
import { type ChainEnd, type ChainLine, LINE_SCHEMA } from "./chain-line.ts";
import { type CompactJws, readCompactJws } from "./compact-jws.ts";
import { ledgerKeys } from "./place.ts";

/** What can be wrong with one line. */
export type LineFault =
  | "line-malformed"
  | "line-number"
  | "line-previous"
  | "line-app"
  | "record-hash"
  | "receipt-malformed"
  | "receipt-claims";

/** A line that holds by itself and at its place in the chain. */
export interface SoundLine {
  readonly record: ConsentRecord;
  /** The record as the entry of its place must hold it. */
  readonly recordText: string;
  readonly receipt: CompactJws;
  readonly end: ChainEnd;
}

/** Checks the text of a line that follows `end`: everything but the signature of its receipt. */
export function checkLine(
  text: string,
  { appId, end }: { readonly appId: string; readonly end: ChainEnd },
): SoundLine | LineFault {
  const parsed = parseLine(text);
  if (parsed === undefined) return "line-malformed";
  const { recordText } = parsed;
  const { number, previous, record } = parsed.line;
  if (number !== end.number + 1) return "line-number";
  if (previous !== end.digest) return "line-previous";
  if (record.appId !== appId) return "line-app";
  if (record.hash !== recordHash(bodyOf(record))) return "record-hash";
  const receipt = readCompactJws(record.receipt, RECEIPT_TYPE);
  if (receipt === undefined) return "receipt-malformed";
  if (!speaksOf(receipt, record)) return "receipt-claims";
  return { record, recordText, receipt, end: { number, digest: digest(text) } };
}

/**
 * Only the one way in which we write a line: no spaces, no other order, no member more, no other escapes. So no byte of a
 * line can be changed without changing what it says.
 */
function parseLine(text: string): { readonly line: ChainLine; readonly recordText: string } | undefined {
  try {
    // Checked below, as far as it is used before its digest is known to be right.
    const line = JSON.parse(text) as ChainLine;
    const recordText = JSON.stringify(line.record);
    const { schema, number, previous } = line;
    const start = JSON.stringify({ schema, number, previous });
    const isOurs = `${start.slice(0, -1)},"record":${recordText}}` === text && schema === LINE_SCHEMA;
    return isOurs && isRecord(line.record) ? { line, recordText } : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(record: ConsentRecord): boolean {
  const { id, appId, purposeId, subject, recipient } = record;
  if (
    !isRecordId(id) ||
    [appId, purposeId, subject, recipient ?? ""].some((part) => typeof part !== "string")
  )
    return false;
  // Throws for what no store would have taken; then the line is none of ours.
  assertKey(ledgerKeys(appId).place({ purposeId, subject, recipient }), "key");
  return true;
}

/** The hash says everything about the record; the rest are the claims that other programs go by. */
function speaksOf({ claims }: CompactJws, record: ConsentRecord): boolean {
  const { iss, sub, jti, iat, cr } = claims;
  const isAbout = iss === record.appId && sub === record.subject && jti === record.id;
  const hash = typeof cr === "object" && cr !== null && "record_hash" in cr ? cr.record_hash : undefined;
  return isAbout && hash === record.hash && iat === Math.floor(Date.parse(record.at) / 1000);
}
