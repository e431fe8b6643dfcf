import type { Locale } from "../localized-text.ts";
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

export function toDpv(parts: ExportParts, storageLocations: readonly string[]): DpvRecord {
  const { record, facts, locale } = parts;
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
      "dpv:hasName": app.handler.name[locale],
      "dpv:hasContact": app.handler.contact,
    },
    "dpv:hasJurisdiction": "CN",
    "dpv:hasNotice": {
      "@type": "dpv:ConsentNotice",
      "dct:identifier": notice.hash,
      "dct:language": locale,
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
    "dpv:hasProcess": processOf(parts, storageLocations),
  };
}

function legalBasis({ record }: ExportParts): object {
  const type = record.basis.article === "13.1" ? "dpv:ExplicitlyExpressedConsent" : "dpv:LegalBasis";
  return { "@type": type, "dct:title": basisOf(record) };
}

function processOf(parts: ExportParts, storageLocations: readonly string[]): object {
  const { facts, locale, recipients } = parts;
  const { app, purpose } = facts;
  const { assessment } = purpose;
  return {
    "@type": "dpv:Process",
    "dpv:hasService": app.name[locale],
    "dpv:hasPurpose": {
      "@type": "dpv:Purpose",
      "dct:identifier": purpose.id,
      "dct:title": purpose.title[locale],
    },
    "dpv:hasPersonalData": decidedFields(parts).map(({ field, label, optional }) => ({
      "@type": label.sensitive ? "dpv:SensitivePersonalData" : "dpv:PersonalData",
      "dct:identifier": field,
      "dct:title": label[locale],
      "dpv:hasNecessity": { "@id": optional ? "dpv:Optional" : "dpv:Required" },
    })),
    "dpv:hasRecipient": recipients.map((recipient) => recipientOf(recipient, locale)),
    "dpv:hasStorageCondition": {
      "@type": "dpv:StorageCondition",
      "dpv:hasLocation": storageLocations,
      "dpv:hasDuration": purpose.retention[locale],
    },
    ...(assessment === undefined
      ? {}
      : { "dpv:hasImpactAssessment": { "dct:identifier": assessment.id, "dct:date": assessment.date } }),
  };
}

/** The status of the record is about these: what was granted, or else what was refused or withdrawn. */
function decidedFields({ record, fields }: ExportParts): ExportParts["fields"] {
  const decided = new Set(record.granted.length > 0 ? record.granted : record.refused);
  return fields.filter(({ field }) => decided.has(field));
}

const RECIPIENT_TYPES = {
  processor: "dpv:DataProcessor",
  joint: "dpv:JointDataControllers",
  handler: "dpv:ThirdParty",
} as const satisfies Record<Recipient["role"], string>;

function recipientOf(recipient: Recipient, locale: Locale): object {
  return {
    "@type": RECIPIENT_TYPES[recipient.role],
    "dct:identifier": recipient.id,
    "dpv:hasName": recipient.name[locale],
    "dpv:hasContact": recipient.contact,
    // Which country that is, a purpose does not say (PIPL 39).
    ...(recipient.outsideMainland ? { "dpv:hasThirdCountry": { "@type": "dpv:ThirdCountry" } } : {}),
  };
}
