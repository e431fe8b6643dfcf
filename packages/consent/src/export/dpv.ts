import type { Recipient } from "../recipient.ts";
import { consentStatus } from "./consent-states.ts";
import { basisOf, type ExportParts } from "./export-facts.ts";

/**
 * A consent record in the Data Privacy Vocabulary 2, as JSON-LD. The vocabulary has no extension for the law of mainland
 * China, so that articles are told by a literal beside the core terms (https://w3id.org/dpv).
 */
export interface DpvRecord {
  readonly "@context": Readonly<Record<string, string>>;
  readonly "@type": "dpv:ConsentRecord";
  readonly "@id": string;
  readonly [term: `dct:${string}` | `dpv:${string}`]: unknown;
}

/** Prefixes and nothing to fetch: reading a record must not ask a server. */
const CONTEXT = { dpv: "https://w3id.org/dpv#", dct: "http://purl.org/dc/terms/" } as const;
const CONFORMS_TO = "https://w3id.org/dpv/schema/dpv-27560#record";

export function toDpv(parts: ExportParts): DpvRecord {
  const { record, facts } = parts;
  const { app, notice } = facts;
  return {
    "@context": CONTEXT,
    "@type": "dpv:ConsentRecord",
    "@id": `urn:shiming:consent-record:${encodeURIComponent(record.appId)}:${record.id}`,
    "dct:identifier": record.id,
    "dct:conformsTo": { "@id": CONFORMS_TO },
    "dct:date": record.at,
    "dpv:hasDataSubject": { "@type": "dpv:DataSubject", "dct:identifier": record.subject },
    "dpv:hasDataController": {
      "@type": "dpv:DataController",
      "dct:identifier": app.id,
      "dpv:hasName": app.handler.name[notice.locale],
      "dpv:hasContact": app.handler.contact,
    },
    "dpv:hasJurisdiction": "CN",
    "dpv:hasNotice": {
      "@type": "dpv:ConsentNotice",
      "dct:identifier": notice.hash,
      "dct:language": notice.locale,
    },
    "dpv:hasLegalBasis": legalBasis(parts),
    "dpv:hasConsentStatus": { "@id": `dpv:${consentStatus(record)}` },
    "dpv:hasIndicationMethod": record.act.method,
    "dpv:isIndicatedAtTime": record.at,
    "dpv:isIndicatedBy": {
      "@type": record.actor === "guardian" ? "dpv:GuardianOfDataSubject" : "dpv:DataSubject",
    },
    "dpv:hasConsentControl": { "@type": "dpv:WithdrawConsent", "dpv:hasContact": app.handler.contact },
    "dpv:hasRight": { "@type": "dpv:DataSubjectRight", "dpv:hasContact": app.handler.contact },
    "dpv:hasProcess": processOf(parts),
  };
}

function legalBasis({ record }: ExportParts): object {
  const type = record.basis.article === "13.1" ? "dpv:ExplicitlyExpressedConsent" : "dpv:LegalBasis";
  return { "@type": type, "dct:title": basisOf(record) };
}

function processOf({ record, facts, fields, recipients }: ExportParts): object {
  const { app, purpose, notice } = facts;
  const { assessment } = purpose;
  return {
    "@type": "dpv:Process",
    "dpv:hasService": app.name[notice.locale],
    "dpv:hasPurpose": {
      "@type": "dpv:Purpose",
      "dct:identifier": purpose.id,
      "dct:title": purpose.title[notice.locale],
    },
    "dpv:hasPersonalData": fields
      .filter(({ field }) => record.granted.includes(field))
      .map(({ field, label, optional }) => ({
        "@type": label.sensitive ? "dpv:SensitivePersonalData" : "dpv:PersonalData",
        "dct:identifier": field,
        "dct:title": label[notice.locale],
        "dpv:hasNecessity": { "@id": optional ? "dpv:Optional" : "dpv:Required" },
      })),
    "dpv:hasRecipient": recipients.map((recipient) => recipientOf(recipient, notice.locale)),
    "dpv:hasStorageCondition": {
      "@type": "dpv:StorageCondition",
      "dpv:hasLocation": "CN",
      "dpv:hasDuration": purpose.retention[notice.locale],
    },
    ...(assessment === undefined
      ? {}
      : { "dpv:hasImpactAssessment": { "dct:identifier": assessment.id, "dct:date": assessment.date } }),
  };
}

const RECIPIENT_TYPES = {
  processor: "dpv:DataProcessor",
  joint: "dpv:JointDataControllers",
  handler: "dpv:ThirdParty",
} as const satisfies Record<Recipient["role"], string>;

function recipientOf(recipient: Recipient, locale: "en" | "zh"): object {
  return {
    "@type": RECIPIENT_TYPES[recipient.role],
    "dct:identifier": recipient.id,
    "dpv:hasName": recipient.name[locale],
    "dpv:hasContact": recipient.contact,
  };
}
