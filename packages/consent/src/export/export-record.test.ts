import { describe, expect, it } from "vitest";
import { type ConsentRecord, purposeHash } from "../record.ts";
import { community, register, SUBJECT } from "../test-support/community.ts";
import { decide, keys, service } from "../test-support/services.ts";
import type { KantaraFacts } from "./export-facts.ts";
import { exportRecord, type ExportFormat } from "./export-record.ts";

const { consent } = service();
const notice = consent.notice(register, "en");
const facts: KantaraFacts = {
  app: community,
  purpose: register,
  notice,
  controller: {
    address: { streetAddress: "1 Example Road", addressCountry: "CN" },
    email: "privacy@example.com",
    phone: "+86 10 0000 0000",
  },
  policyUrl: "https://example.com/privacy",
};
const FORMATS: readonly ExportFormat[] = ["iso-27560", "kantara-1.1", "dpv"];

const given = (): Promise<ConsentRecord> =>
  decide(service().consent, register, { notice, optional: ["contacts"] });

const withBasis = (record: ConsentRecord): ConsentRecord => ({
  ...record,
  basis: { article: "13.3", legalRef: "CSL 26" },
});

describe.each(FORMATS)("a record in the format %s", (format) => {
  it("holds neither the person nor a value, but the blind index", async () => {
    const subject = "16400000001";
    const record = await decide(service().consent, register, { notice, subject });
    const text = JSON.stringify(exportRecord(record, facts, format));

    expect(text).not.toContain(subject);
    expect(text).toContain(keys.blindIndex("consent-subject", subject));
    expect(text).not.toContain(SUBJECT);
  });

  it("is JSON through and through", async () => {
    const exported = exportRecord(await given(), facts, format);

    expect(JSON.parse(JSON.stringify(exported))).toEqual(exported);
  });

  it.each([
    ["app", { app: { ...community, id: "example.other" } }],
    ["purpose", { purpose: { ...register, version: 7 } }],
    ["notice", { notice: { ...notice, hash: "other" } }],
  ])("is not told with another %s than the person saw", async (part, other) => {
    const record = await given();

    expect(() => exportRecord(record, { ...facts, ...other }, format)).toThrow(`facts.${part}`);
  });
});

describe("ISO/IEC TS 27560", () => {
  it("has what is mandatory in a record, and says which fields were granted", async () => {
    const record = await given();

    expect(exportRecord(record, facts, "iso-27560")).toMatchObject({
      schema_version: expect.any(String),
      record_id: record.id,
      pii_principal_id: record.subject,
      pii_processing: {
        privacy_notice: { hash: notice.hash },
        language: "en",
        purposes: [
          {
            purpose: "Open an account",
            lawful_basis: "PIPL 13.1",
            pii_information: [
              { pii_type: "mobile-number", pii_optional: false, pii_granted: true },
              {
                pii_type: "contacts",
                pii_optional: true,
                pii_granted: true,
                sensitive_pii_category: expect.any(String),
              },
              { pii_type: "gender", pii_optional: true, pii_granted: false },
            ],
            pii_controllers: [community.id],
            storage_locations: ["CN"],
            retention_period: "until the account is closed, then deleted",
            jurisdiction: "CN",
            recipient_third_parties: ["acme"],
            withdrawal_method: "privacy@example.com",
          },
        ],
      },
      party_identification: [
        { party_id: community.id, party_name: "Example Ltd", party_type: "pii-controller" },
        { party_id: "acme", party_name: "Acme", party_type: "pii-processor" },
      ].map((party) => ({ ...party, party_address: expect.any(String), party_contact: expect.any(String) })),
      events: [
        {
          event_time: record.at,
          validity_duration: expect.any(String),
          entity_id: record.subject,
          event_type: record.kind,
          event_state: "ConsentGiven",
        },
      ],
    });
  });

  it("says that a guardian acted, and not who that is", async () => {
    const record: ConsentRecord = { ...(await given()), actor: "guardian" };

    expect(exportRecord(record, facts, "iso-27560").events).toMatchObject([{ entity_id: "guardian" }]);
  });

  it.each([
    [{ event: "given", renews: true }, "RenewedConsentGiven"],
    [{ event: "refused" }, "ConsentRefused"],
    [{ event: "withdrawn", renews: true }, "ConsentWithdrawn"],
    [{ event: "informed" }, "ConsentUnknown"],
  ] as const)("calls the state of %o %s", async (change, state) => {
    const record: ConsentRecord = { ...(await given()), ...change };

    expect(exportRecord(record, facts, "iso-27560").events).toMatchObject([{ event_state: state }]);
  });
});

/** The `required` lists of CR_v1_1/kantara-consent-receipt-v1_1-schema.json. */
const KANTARA = {
  receipt:
    "version jurisdiction consentTimestamp collectionMethod consentReceiptID piiPrincipalId piiControllers services policyUrl sensitive spiCat",
  controller: "piiController contact address email phone",
  service: "service purposes",
  purpose: "consentType purposeCategory piiCategory termination thirdPartyDisclosure thirdPartyName",
};

describe("Kantara v1.1.0", () => {
  it("has every member that the published schema requires, at every level", async () => {
    const receipt = exportRecord(await given(), facts, "kantara-1.1");
    const [controller] = receipt.piiControllers;
    const [service_] = receipt.services;
    const [purpose] = (service_?.["purposes"] ?? []) as readonly object[];

    expect(Object.keys(receipt)).toEqual(expect.arrayContaining(KANTARA.receipt.split(" ")));
    expect(Object.keys(controller ?? {})).toEqual(expect.arrayContaining(KANTARA.controller.split(" ")));
    expect(Object.keys(service_ ?? {})).toEqual(expect.arrayContaining(KANTARA.service.split(" ")));
    expect(Object.keys(purpose ?? {})).toEqual(expect.arrayContaining(KANTARA.purpose.split(" ")));
  });

  it("says what was agreed to, in the types of the schema", async () => {
    const record = await given();

    expect(exportRecord(record, facts, "kantara-1.1")).toMatchObject({
      version: "KI-CR-v1.1.0",
      jurisdiction: "CN",
      consentTimestamp: Date.parse(record.at) / 1000,
      consentReceiptID: record.id,
      piiPrincipalId: record.subject,
      sensitive: true,
      spiCat: [expect.any(String)],
      services: [
        {
          purposes: [
            {
              consentType: "EXPLICIT",
              piiCategory: ["mobile-number", "contacts"],
              thirdPartyDisclosure: true,
              thirdPartyName: "Acme",
            },
          ],
        },
      ],
    });
  });

  it("names no third party where there is none", async () => {
    const record: ConsentRecord = { ...(await given()), recipients: [] };
    const [service_] = exportRecord(record, facts, "kantara-1.1").services;

    expect(service_?.["purposes"]).toMatchObject([{ thirdPartyDisclosure: false }]);
    expect(JSON.stringify(service_)).not.toContain("thirdPartyName");
  });

  it.each([
    ["the address", { controller: { ...facts.controller, address: undefined } }, "facts.controller.address"],
    ["the mail", { controller: { ...facts.controller, email: "" } }, "facts.controller.email"],
    ["the phone", { controller: { ...facts.controller, phone: undefined } }, "facts.controller.phone"],
    ["the policy", { policyUrl: undefined }, "facts.policyUrl"],
    ["all of it", { controller: undefined }, "facts.controller"],
  ])("is not written without %s, rather than with something made up", async (_what, change, path) => {
    // The compiler refuses these too; plain JavaScript does not.
    const less = { ...facts, ...change } as KantaraFacts;
    const record = await given();

    expect(() => exportRecord(record, less, "kantara-1.1")).toThrow(path);
  });
});

describe("DPV", () => {
  it("uses core terms only, and its context needs no server", async () => {
    const record = await given();
    const exported = exportRecord(record, facts, "dpv");

    expect(exported).toMatchObject({
      "@context": { dpv: "https://w3id.org/dpv#", dct: "http://purl.org/dc/terms/" },
      "@type": "dpv:ConsentRecord",
      "dct:identifier": record.id,
      "dpv:hasDataSubject": { "dct:identifier": record.subject },
      "dpv:hasConsentStatus": { "@id": "dpv:ConsentGiven" },
      "dpv:hasLegalBasis": { "@type": "dpv:ExplicitlyExpressedConsent" },
      "dpv:hasProcess": {
        "dpv:hasPersonalData": [
          { "@type": "dpv:PersonalData", "dpv:hasNecessity": { "@id": "dpv:Required" } },
          { "@type": "dpv:SensitivePersonalData", "dpv:hasNecessity": { "@id": "dpv:Optional" } },
        ],
        "dpv:hasRecipient": [{ "@type": "dpv:DataProcessor", "dct:identifier": "acme" }],
      },
    });
    const terms = JSON.stringify(exported).match(/"(?:@|dpv:|dct:)?\w+":/g) ?? [];
    expect(
      terms.filter((term) => !/^"(?:@(?:context|type|id)|dpv:\w+|dct:\w+|dpv|dct)":$/.test(term)),
    ).toEqual([]);
  });

  it("names the article where the basis is not consent", async () => {
    expect(exportRecord(withBasis(await given()), facts, "dpv")["dpv:hasLegalBasis"]).toEqual({
      "@type": "dpv:LegalBasis",
      "dct:title": "PIPL 13.3: CSL 26",
    });
  });
});

describe("a record of a purpose with an impact assessment", () => {
  it("names it by its number", async () => {
    const purpose = { ...register, assessment: { id: "PIA-7", date: "2026-10-01" } };
    const record: ConsentRecord = { ...(await given()), purposeHash: purposeHash(purpose) };

    for (const format of ["iso-27560", "dpv"] as const)
      expect(JSON.stringify(exportRecord(record, { ...facts, purpose }, format))).toContain("PIA-7");
  });
});

it("refuses a format that there is not", async () => {
  const record = await given();

  expect(() => exportRecord(record, facts, "pdf" as ExportFormat)).toThrow("format");
  expect(() => exportRecord(record, facts, "toString" as ExportFormat)).toThrow("format");
});
