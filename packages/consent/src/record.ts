import type { Field } from "@shiming/contract";
import { digestJson } from "./digest.ts";
import type { Locale } from "./localized-text.ts";
import type { Basis, Purpose } from "./purpose.ts";

/** What one person decided about one purpose, without any value of theirs. */
export interface ConsentRecordBody {
  readonly schema: "shiming-consent-record/1";
  readonly id: string;
  readonly appId: string;
  readonly purposeId: string;
  /** Digest of the purpose as defined: when it changes, the person is asked again (PIPL 14). */
  readonly purposeHash: string;
  /** Blind index of the app's subject. */
  readonly subject: string;
  readonly event: ConsentEvent;
  readonly granted: readonly Field[];
  readonly refused: readonly Field[];
  /** The words that were shown. */
  readonly notice: { readonly locale: Locale; readonly hash: string };
  readonly basis: Basis;
  readonly actor: ConsentActor;
  /** RFC 3339, UTC. */
  readonly at: string;
  /** Hash of the same person's former record for this purpose. */
  readonly previous?: string;
}

/** What a person did about a purpose. */
export type ConsentEvent = "given" | "refused" | "withdrawn";

/** Under 14 a parent or guardian acts (PIPL 31). */
export type ConsentActor = "subject" | "guardian";

/** A record as it is kept: the body, its hash and a signed receipt. */
export interface ConsentRecord extends ConsentRecordBody {
  /** Base64url SHA-256 of the body. */
  readonly hash: string;
  /** Compact JWS of type `consent-receipt+jwt`, for the person and for auditors. */
  readonly receipt: string;
}

/** The digest of everything in a purpose that a person decides about. */
export function purposeHash(purpose: Purpose): string {
  return digestJson(purpose);
}

export function recordHash(body: ConsentRecordBody): string {
  return digestJson(body);
}

/** The claims of a consent receipt: codes and hashes, no values. */
export function receiptClaims(body: ConsentRecordBody, hash: string): object {
  return {
    iss: body.appId,
    sub: body.subject,
    jti: body.id,
    iat: Math.floor(Date.parse(body.at) / 1000),
    cr: {
      schema: body.schema,
      record_hash: hash,
      purpose: body.purposeId,
      event: body.event,
      granted: body.granted,
      refused: body.refused,
      notice: body.notice,
      basis: body.basis,
      actor: body.actor,
      ...(body.previous === undefined ? {} : { prev: body.previous }),
      jurisdiction: "CN",
    },
  };
}
