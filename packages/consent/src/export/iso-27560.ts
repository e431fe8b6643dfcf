import { consentStatus } from "./consent-states.ts";
import { basisOf, type ExportParts } from "./export-facts.ts";

/**
 * A consent record by ISO/IEC TS 27560:2023, as JSON. The full text of the specification is not public: names and
 * which of them are mandatory follow the W3C community group's guide (https://w3id.org/dpv/guides/consent-27560). The
 * specification leaves the encoding to its users, and asks for a version of theirs.
 */
export interface Iso27560Record {
  readonly schema_version: string;
  readonly record_id: string;
  readonly pii_principal_id: string;
  readonly pii_processing: Readonly<Record<string, unknown>>;
  readonly party_identification: readonly Readonly<Record<string, unknown>>[];
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

const SCHEMA_VERSION = "shiming-iso-27560/1";

export function toIso27560(parts: ExportParts, storageLocations: readonly string[]): Iso27560Record {
  const { record } = parts;
  return {
    schema_version: SCHEMA_VERSION,
    record_id: record.id,
    pii_principal_id: record.subject,
    pii_processing: processing(parts, storageLocations),
    party_identification: parties(parts),
    events: [
      {
        event_time: record.at,
        // Until it is withdrawn or the purpose changes: no span of time.
        validity_duration: "until-withdrawn",
        // Who the guardian is, is not kept.
        entity_id: record.actor === "guardian" ? "guardian" : record.subject,
        event_type: record.kind,
        event_state: consentStatus(record),
      },
    ],
  };
}

function processing(
  { record, facts, locale, fields, recipients }: ExportParts,
  storageLocations: readonly string[],
): Record<string, unknown> {
  const { app, purpose, notice } = facts;
  const { assessment } = purpose;
  return {
    privacy_notice: { hash: notice.hash },
    language: locale,
    purposes: [
      {
        purpose: purpose.title[locale],
        purpose_id: purpose.id,
        purpose_type: purpose.function,
        service: app.name[locale],
        lawful_basis: basisOf(record),
        pii_information: fields.map(({ field, label, optional }) => ({
          pii_type: field,
          pii_optional: optional,
          pii_granted: record.granted.includes(field),
          ...(label.sensitive ? { sensitive_pii_category: label.class ?? "sensitive" } : {}),
        })),
        pii_controllers: [app.id],
        collection_method: record.act.method,
        storage_locations: storageLocations,
        retention_period: purpose.retention[locale],
        jurisdiction: "CN",
        recipient_third_parties: recipients.map(({ id }) => id),
        withdrawal_method: app.handler.contact,
        privacy_rights: app.handler.contact,
        ...(assessment === undefined ? {} : { impact_assessment: assessment.id }),
      },
    ],
  };
}

function parties({ facts, locale, recipients }: ExportParts): readonly Record<string, unknown>[] {
  const { app } = facts;
  const { name, contact } = app.handler;
  return [
    {
      party_id: app.id,
      party_name: name[locale],
      // The app declares one way to reach the handler, which stands for both.
      party_address: contact,
      party_contact: contact,
      party_type: "pii-controller",
      party_role: "controller",
    },
    ...recipients.map((recipient) => ({
      party_id: recipient.id,
      party_name: recipient.name[locale],
      party_address: recipient.contact,
      party_contact: recipient.contact,
      party_type: recipient.role === "processor" ? "pii-processor" : "third-party",
      party_role: recipient.role,
      // No member of the specification tells this, and PIPL 39 asks for it.
      outside_mainland: recipient.outsideMainland ?? false,
    })),
  ];
}
