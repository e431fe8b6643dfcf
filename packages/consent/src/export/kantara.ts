import { assertOptions, assertText, UsageError } from "@shiming/contract";
import type { Locale } from "../localized-text.ts";
import { PHRASES } from "../notice-phrases.ts";
import type { Recipient } from "../recipient.ts";
import type { ConsentEvent } from "../record.ts";
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

/**
 * @throws UsageError `INVALID_INPUT` for a refusal or a withdrawal: the format knows no such state, and a receipt of it would
 *   pass for one of a consent. `INVALID_OPTION` when the address, mail, phone or policy is missing: the format requires
 *   them.
 */
export function toKantara(parts: ExportParts, facts: KantaraFacts): KantaraReceipt {
  assertKantaraFacts(facts);
  const { record, locale } = parts;
  if (!TOLD.has(record.event))
    throw new UsageError("INVALID_INPUT", "record.event", "must be `given` or `informed` in this format");
  const { app, controller, policyUrl } = facts;
  const { name, contact } = app.handler;
  const { address, email, phone } = controller;
  const sensitive = parts.fields.filter(
    ({ field, label }) => record.granted.includes(field) && label.sensitive,
  );
  return {
    version: "KI-CR-v1.1.0",
    jurisdiction: "CN",
    consentTimestamp: Math.floor(Date.parse(record.at) / 1000),
    collectionMethod: record.act.method,
    consentReceiptID: record.id,
    language: locale,
    piiPrincipalId: record.subject,
    piiControllers: [{ piiController: name[locale], contact, address, email, phone }],
    policyUrl,
    services: [{ service: app.name[locale], purposes: [purposeOf(parts)] }],
    sensitive: sensitive.length > 0,
    spiCat: [...new Set(sensitive.map(({ field, label }) => label.class ?? field))],
  };
}

const TOLD: ReadonlySet<ConsentEvent> = new Set(["given", "informed"]);

function purposeOf({ record, facts, locale, recipients }: ExportParts): Record<string, unknown> {
  const { purpose } = facts;
  return {
    purpose: purpose.title[locale],
    purposeCategory: [purpose.function],
    consentType: record.basis.article === "13.1" ? "EXPLICIT" : basisOf(record),
    piiCategory: record.granted,
    primaryPurpose: purpose.function === "basic",
    termination: purpose.retention[locale],
    ...(recipients.length === 0
      ? { thirdPartyDisclosure: false }
      : {
          thirdPartyDisclosure: true,
          thirdPartyName: recipients.map((recipient) => nameOf(recipient, locale)).join(", "),
        }),
  };
}

/** The format has no member for where a recipient is, and PIPL 39 asks for it. */
function nameOf({ name, outsideMainland = false }: Recipient, locale: Locale): string {
  return outsideMainland ? `${name[locale]} (${PHRASES.outside[locale]})` : name[locale];
}

function assertKantaraFacts({ controller, policyUrl }: KantaraFacts): void {
  assertOptions(controller, "facts.controller");
  assertOptions(controller.address, "facts.controller.address");
  assertText(controller.email, "facts.controller.email");
  assertText(controller.phone, "facts.controller.phone");
  assertText(policyUrl, "facts.policyUrl");
}
