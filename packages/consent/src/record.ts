import type { Field } from "@shiming/contract";
import type { App } from "./app.ts";
import type { ConsentKind } from "./law/need-model.ts";
import { digestJson } from "./digest.ts";
import type { Locale } from "./localized-text.ts";
import type { Purpose } from "./purpose.ts";
import type { Basis } from "./purpose-options.ts";

/** How records are written today. */
export const RECORD_SCHEMA = "shiming-consent-record/2";

/** What one person decided about one purpose, without any value of theirs. */
export interface ConsentRecordBody {
  readonly schema: typeof RECORD_SCHEMA;
  readonly id: string;
  readonly appId: string;
  readonly purposeId: string;
  /** As the purpose counts itself. */
  readonly purposeVersion: number;
  /** Digest of the purpose as it was defined then, words included: evidence of what was asked. */
  readonly purposeHash: string;
  /** Digest of how the data are handled: when it changes, the person is asked again (PIPL 14(2)). */
  readonly terms: string;
  /** The same for each recipient that the act covers. */
  readonly recipientTerms: readonly string[];
  /**
   * Id of the act by which the person came to agree to the purpose, as long as they have not refused or withdrawn since.
   * An act about a recipient holds only within the agreement that it was made in.
   */
  readonly agreement: string;
  /** The recipient that this act is about: providing to another handler is an act of its own (PIPL 23; NDSR 62(7)). */
  readonly recipient?: string;
  /** Blind index of the app's subject. */
  readonly subject: string;
  readonly event: ConsentEvent;
  /** This yes follows a yes that still stood. */
  readonly renews?: boolean;
  /** How strict a consent it is (PIPL 14, 29); `none` where the law needs none and the notice was shown. */
  readonly kind: ConsentKind;
  readonly granted: readonly Field[];
  /** In a withdrawal also what had been granted: that is what was withdrawn. */
  readonly refused: readonly Field[];
  /** The recipients that the act covers. */
  readonly recipients: readonly string[];
  /** Where the signed paper is, in the app's own books, when a law asks for one (PIPL 14, 29). */
  readonly writtenEvidence?: string;
  /** The words that were shown. */
  readonly notice: { readonly locale: Locale; readonly hash: string };
  readonly basis: Basis;
  readonly actor: ConsentActor;
  /** Not the age, which nobody needs to keep. */
  readonly ageBand?: AgeBand;
  /** What the person did, such as a tap on a button, and in which version of the page. */
  readonly act: ActDescription;
  /** RFC 3339, UTC. */
  readonly at: string;
  /** Hash of the same person's former record for this purpose and recipient. */
  readonly previous?: string;
}

/** What a person did about a purpose; `informed` is a notice shown where the law needs no consent (PIPL 13, 17). */
export type ConsentEvent = "given" | "refused" | "withdrawn" | "informed";

/** Under 14 a parent or guardian acts (PIPL 31). */
export type ConsentActor = "subject" | "guardian";

/** As far as the law tells ages apart: PIPL 28 and 31, Minors Regulation. */
export type AgeBand = "under-14" | "14-17" | "adult";

/** The act by which a decision was made known (METHOD 3.4: an act of the person's own, nothing pre-ticked). */
export interface ActDescription {
  /** `official-app`: in the app of a service such as the network identity's, which reports it. */
  readonly method: "button" | "checkbox" | "signature" | "speech" | "official-app";
  /** Nothing is ticked beforehand, so there is no other state. Default: not told. */
  readonly initialState?: "unticked";
  /** Version of the page or dialog: letters, digits, `.`, `_` and `-`. Default: not told. */
  readonly uiVersion?: string;
}

/** A record as it is kept: the body, its hash and a signed receipt. */
export interface ConsentRecord extends ConsentRecordBody {
  /** Base64url SHA-256 of the body. */
  readonly hash: string;
  /** Compact JWS of type `consent-receipt+jwt`, for the person and for auditors. */
  readonly receipt: string;
}

/** The digest of everything in a purpose that a person decides about. */
export function purposeHash(purpose: Purpose): string {
  // A schema of forms is there as a function, and JSON leaves those out.
  return digestJson(purpose);
}

/** The digest that a record carries, of everything in it beside itself and the receipt. */
export function recordHash(body: ConsentRecordBody): string {
  return digestJson(body);
}

/** A record without what was made from it. */
export function bodyOf({ hash: _hash, receipt: _receipt, ...body }: ConsentRecord): ConsentRecordBody {
  return body;
}

/** The `typ` of a receipt, so that no other statement passes for one (RFC 8725 3.11). */
export const RECEIPT_TYPE = "consent-receipt+jwt";

/** What a receipt tells beyond the record, where it is known. */
export interface ReceiptFacts {
  readonly app: Pick<App, "label" | "handler">;
  readonly purpose: Purpose;
}

/**
 * The claims of a consent receipt: codes and hashes, no values, and the person by a pseudonym of this app alone. The
 * members of `cr` follow the fields of ISO/IEC TS 27560. A receipt says what was decided; whether it still stands is
 * for `receiptStatus` to say, because no expiry can show a withdrawal.
 */
export interface ReceiptClaims {
  /** Id of the app. */
  readonly iss: string;
  /** Blind index of the person. */
  readonly sub: string;
  /** Id of the record. */
  readonly jti: string;
  /** Of the act, in seconds. */
  readonly iat: number;
  readonly exp?: number;
  readonly cr: Readonly<Record<string, unknown>> & { readonly record_hash: string };
}

/** States a decision for the person and for auditors; what a later record of withdrawal does not know is left out. */
export function receiptClaims(body: ConsentRecordBody, hash: string, facts?: ReceiptFacts): ReceiptClaims {
  const legalRef = "legalRef" in body.basis ? body.basis.legalRef : undefined;
  return {
    iss: body.appId,
    sub: body.subject,
    jti: body.id,
    iat: Math.floor(Date.parse(body.at) / 1000),
    cr: {
      schema: body.schema,
      record_id: body.id,
      record_hash: hash,
      notice: { hash: body.notice.hash, lang: body.notice.locale },
      purposes: [
        defined({ id: body.purposeId, version: body.purposeVersion, function: facts?.purpose.function }),
      ],
      data: [...body.granted, ...body.refused].map((field) => dataClaim(body, field, facts)),
      basis: defined({ article: body.basis.article, legal_ref: legalRef }),
      kind: body.kind,
      actor: defined({ role: body.actor, age_band: body.ageBand }),
      event: defined({
        state: body.event === "given" && body.renews ? "renewed" : body.event,
        method: body.act.method,
        ui_version: body.act.uiVersion,
        initial_state: body.act.initialState,
        written_evidence: body.writtenEvidence,
      }),
      recipients: body.recipients.map((id) => recipientClaim(id, body, facts)),
      ...(facts === undefined ? {} : factClaims(body, facts)),
      jurisdiction: "CN",
      ...defined({ prev: body.previous }),
    },
  };
}

/** Which field, how it is labelled, and whether the person granted it. */
function dataClaim(body: ConsentRecordBody, field: Field, facts?: ReceiptFacts): object {
  const granted = body.granted.includes(field);
  if (facts === undefined) return { field, granted };
  const { en: _en, zh: _zh, ...label } = facts.app.label(field);
  return { field, ...label, optional: !facts.purpose.required.includes(field), granted };
}

/** Whom the act covers; of one that the purpose does not know any more only the id. */
function recipientClaim(id: string, { notice }: ConsentRecordBody, facts?: ReceiptFacts): object {
  const found = facts?.purpose.recipients.find((recipient) => recipient.id === id);
  if (found === undefined) return { id };
  const { name, contact, role, outsideMainland = false } = found;
  return { id, name: name[notice.locale], contact, role, outside: outsideMainland };
}

function factClaims({ notice }: ConsentRecordBody, { app, purpose }: ReceiptFacts): object {
  const { assessment } = purpose;
  return {
    storage: { retention: purpose.retention[notice.locale] },
    withdrawal: { contact: app.handler.contact },
    rights: { contact: app.handler.contact },
    ...(assessment === undefined ? {} : { pia: { id: assessment.id, date: assessment.date } }),
  };
}

/** Without the members that are not told. */
function defined(members: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
