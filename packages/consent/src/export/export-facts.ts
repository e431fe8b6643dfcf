import type { Field } from "@shiming/contract";
import type { App } from "../app.ts";
import type { FieldLabel } from "../field-labels.ts";
import type { Locale } from "../localized-text.ts";
import type { Notice } from "../notice.ts";
import type { Purpose } from "../purpose.ts";
import type { Recipient } from "../recipient.ts";
import type { ConsentRecord } from "../record.ts";

/** What a record was about: it holds ids and hashes only, the words are in these. */
export interface RecordFacts {
  readonly app: Pick<App, "id" | "name" | "handler" | "label">;
  readonly purpose: Purpose;
  /** As it was shown; the record holds its hash and its language. */
  readonly notice: Pick<Notice, "hash">;
}

/** What ISO/IEC TS 27560 and the Data Privacy Vocabulary want to know beside the record. */
export interface ExportFacts extends RecordFacts {
  /**
   * Where the app keeps the data: countries by ISO 3166-1, such as `CN`. The specification requires it in a record, and
   * neither the app nor the purpose says it.
   */
  readonly storageLocations: readonly [string, ...string[]];
}

/** What Kantara wants to know beside the record: more of the handler. */
export interface KantaraFacts extends RecordFacts {
  readonly controller: {
    /** Such as `{ streetAddress, addressCountry }` of schema.org. */
    readonly address: Readonly<Record<string, string>>;
    readonly email: string;
    readonly phone: string;
  };
  /** Where the notice or the privacy policy can be read. */
  readonly policyUrl: string;
}

/** The parts that every format tells in its own words. */
export interface ExportParts {
  readonly record: ConsentRecord;
  readonly facts: RecordFacts;
  /** Of the notice that the person read. */
  readonly locale: Locale;
  /** Each field that was granted or refused, with its label. */
  readonly fields: readonly {
    readonly field: Field;
    readonly label: FieldLabel;
    readonly optional: boolean;
  }[];
  /** Whom the act covers. */
  readonly recipients: readonly Recipient[];
}

export function exportParts(record: ConsentRecord, facts: RecordFacts): ExportParts {
  const { app, purpose } = facts;
  return {
    record,
    facts,
    locale: record.notice.locale,
    fields: [...purpose.required, ...purpose.optional]
      .filter((field) => record.granted.includes(field) || record.refused.includes(field))
      .map((field) => ({ field, label: app.label(field), optional: !purpose.required.includes(field) })),
    recipients: purpose.recipients.filter(({ id }) => record.recipients.includes(id)),
  };
}

/** PIPL 13, and the law or contract where one is named. */
export function basisOf({ basis }: ConsentRecord): string {
  return basis.article === "13.1" ? "PIPL 13.1" : `PIPL ${basis.article}: ${basis.legalRef}`;
}
