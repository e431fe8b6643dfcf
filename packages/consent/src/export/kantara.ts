import { assertOptions, assertText } from "@shiming/contract";
import { basisOf, type ExportParts, type KantaraFacts } from "./export-facts.ts";

/**
 * A consent receipt by Kantara v1.1.0. The members are those of the published JSON schema
 * (https://github.com/KantaraInitiative/consent-receipt-v-next, CR_v1_1).
 */
export interface KantaraReceipt {
  readonly version: "KI-CR-v1.1.0";
  readonly jurisdiction: string;
  /** In seconds. */
  readonly consentTimestamp: number;
  readonly collectionMethod: string;
  readonly consentReceiptID: string;
  readonly language: string;
  readonly piiPrincipalId: string;
  readonly piiControllers: readonly Readonly<Record<string, unknown>>[];
  readonly policyUrl: string;
  readonly services: readonly Readonly<Record<string, unknown>>[];
  readonly sensitive: boolean;
  readonly spiCat: readonly string[];
}

/** @throws UsageError `INVALID_OPTION` when the address, mail, phone or policy is missing: the format requires them. */
export function toKantara(parts: ExportParts, facts: KantaraFacts): KantaraReceipt {
  assertKantaraFacts(facts);
  const { record, fields } = parts;
  const { app, notice, controller, policyUrl } = facts;
  const { name, contact } = app.handler;
  const { address, email, phone } = controller;
  const sensitive = fields.filter(({ label }) => label.sensitive);
  return {
    version: "KI-CR-v1.1.0",
    jurisdiction: "CN",
    consentTimestamp: Math.floor(Date.parse(record.at) / 1000),
    collectionMethod: record.act.method,
    consentReceiptID: record.id,
    language: notice.locale,
    piiPrincipalId: record.subject,
    piiControllers: [{ piiController: name[notice.locale], contact, address, email, phone }],
    policyUrl,
    services: [{ service: app.name[notice.locale], purposes: [purposeOf(parts)] }],
    sensitive: sensitive.length > 0,
    spiCat: [...new Set(sensitive.map(({ field, label }) => label.class ?? field))],
  };
}

/** What was agreed to; a refusal or a withdrawal is an empty list, because the format knows no other states. */
function purposeOf({ record, facts, recipients }: ExportParts): Record<string, unknown> {
  const { purpose, notice } = facts;
  return {
    purpose: purpose.title[notice.locale],
    purposeCategory: [purpose.function],
    consentType: record.basis.article === "13.1" ? "EXPLICIT" : basisOf(record),
    piiCategory: record.granted,
    primaryPurpose: purpose.function === "basic",
    termination: purpose.retention[notice.locale],
    ...(recipients.length === 0
      ? { thirdPartyDisclosure: false }
      : {
          thirdPartyDisclosure: true,
          thirdPartyName: recipients.map(({ name }) => name[notice.locale]).join(", "),
        }),
  };
}

function assertKantaraFacts({ controller, policyUrl }: KantaraFacts): void {
  assertOptions(controller, "facts.controller");
  assertOptions(controller.address, "facts.controller.address");
  assertText(controller.email, "facts.controller.email");
  assertText(controller.phone, "facts.controller.phone");
  assertText(policyUrl, "facts.policyUrl");
}
