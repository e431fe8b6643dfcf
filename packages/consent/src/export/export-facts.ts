import type { Field } from "@shiming/contract";
import type { App } from "../app.ts";
import type { FieldLabel } from "../field-labels.ts";
import type { Notice } from "../notice.ts";
import type { Purpose } from "../purpose.ts";
import type { Recipient } from "../recipient.ts";
import type { ConsentRecord } from "../record.ts";

/** What a record was about: it holds ids and hashes only, the words are in these. */
export interface ExportFacts {
  readonly app: Pick<App, "id" | "name" | "handler" | "label">;
  readonly purpose: Purpose;
  /** As it was shown; the record holds its hash. */
  readonly notice: Pick<Notice, "locale" | "hash">;
}

/** What Kantara wants to know of the handler beyond that. */
export interface KantaraFacts extends ExportFacts {
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
  readonly facts: ExportFacts;
  /** Each field that was granted or refused, with its label. */
  readonly fields: readonly {
    readonly field: Field;
    readonly label: FieldLabel;
    readonly optional: boolean;
  }[];
  /** Whom the act covers. */
  readonly recipients: readonly Recipient[];
}

export function exportParts(record: ConsentRecord, facts: ExportFacts): ExportParts {
  const { app, purpose } = facts;
  return {
    record,
    facts,
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
