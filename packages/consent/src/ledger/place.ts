import { digest } from "../digest.ts";

/** One person, one purpose, and the recipient where the act is about one alone: what one decision is about. */
export interface Place {
  readonly purposeId: string;
  /** Blind index. */
  readonly subject: string;
  /** Default: the act is about the purpose. */
  readonly recipient?: string | undefined;
}

/** Where the ledger of an app lives in a store. */
export interface LedgerKeys {
  /** The log: every act, in order. */
  readonly log: string;
  /** The entry that holds the signed head of the chain. */
  readonly head: string;
  /** The entry that holds the latest record of a place. */
  place(place: Place): string;
  /** The entry that tells where a record belongs. */
  record(recordId: string): string;
}

/** The keys of an app. All of one length but for the ids, so that the longest fits (`MAX_KEY_LENGTH`). */
export function ledgerKeys(appId: string): LedgerKeys {
  return {
    log: `consent/${appId}`,
    head: `consent-chain/${appId}`,
    place: ({ purposeId, subject, recipient }) => {
      const person = recipient === undefined ? subject : digest(`${subject}/${recipient}`);
      return `consent/${appId}/${purposeId}/${person}`;
    },
    record: (recordId) => `consent-record/${appId}/${recordId}`,
  };
}

/** What the entry of a record id holds. */
export function writePlace({ purposeId, subject, recipient }: Place): string {
  return [purposeId, subject, ...(recipient === undefined ? [] : [recipient])].join("/");
}

export function readPlace(value: string): Place {
  const [purposeId = "", subject = "", recipient] = value.split("/");
  return { purposeId, subject, ...(recipient === undefined ? {} : { recipient }) };
}
