import { describe, expect, it } from "vitest";
import { definePurpose } from "../purpose.ts";
import type { Recipient } from "../recipient.ts";
import { type ConsentRecord, purposeHash } from "../record.ts";
import { community, register, SUBJECT, text } from "../test-support/community.ts";
import { facts, given, notice, withBasis, withdrawn } from "../test-support/exports.ts";
import { decide, keys, service } from "../test-support/services.ts";
import type { ExportFacts } from "./export-facts.ts";
import { exportRecord, type ExportFormat } from "./export-record.ts";

const FORMATS: readonly ExportFormat[] = ["iso-27560", "kantara-1.1", "dpv"];

describe.each(FORMATS)("a record in the format %s", (format) => {
  it("holds neither the person nor a value, but the blind index", async () => {
    const subject = "16400000001";
    const record = await decide(service().consent, register, { notice, subject });
    const exported = JSON.stringify(exportRecord(record, facts, format));

    expect(exported).not.toContain(subject);
    expect(exported).toContain(keys.blindIndex("consent-subject", subject));
    expect(exported).not.toContain(SUBJECT);
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
            storage_locations: ["CN", "SG"],
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

describe("a withdrawal", () => {
  it("is told with what was withdrawn by ISO/IEC TS 27560", async () => {
    const exported = exportRecord(await withdrawn(), facts, "iso-27560");
    const fields = ["mobile-number", "contacts", "gender"];

    expect(exported.events).toMatchObject([{ event_state: "ConsentWithdrawn" }]);
    expect(exported.pii_processing).toMatchObject({
      purposes: [{ pii_information: fields.map((pii_type) => ({ pii_type, pii_granted: false })) }],
    });
  });

  it("is told with what was withdrawn by DPV", async () => {
    expect(exportRecord(await withdrawn(), facts, "dpv")).toMatchObject({
      "dpv:hasConsentStatus": { "@id": "dpv:ConsentWithdrawn" },
      "dpv:hasProcess": {
        "dpv:hasPersonalData": ["mobile-number", "contacts", "gender"].map((field) => ({
          "dct:identifier": field,
        })),
      },
    });
  });
});

describe("where the data are kept", () => {
  it.each(["iso-27560", "dpv"] as const)("is what the caller says, in the format %s", async (format) => {
    const record = await given();
    const told = exportRecord(record, { ...facts, storageLocations: ["HK"] }, format);

    expect(JSON.stringify(told)).toMatch(/"(?:storage_locations|dpv:hasLocation)":\["HK"\]/);
    for (const storageLocations of [undefined, [], [""], "CN"]) {
      // The compiler refuses these too; plain JavaScript does not.
      const less = { ...facts, storageLocations } as unknown as ExportFacts;
      expect(() => exportRecord(record, less, format)).toThrow(
        expect.objectContaining({ code: "INVALID_OPTION", path: "facts.storageLocations" }),
      );
    }
  });
});

describe("a recipient outside the mainland", () => {
  const abroad: Recipient = {
    id: "abroad",
    name: text("Abroad", "某境外公司"),
    contact: "privacy@abroad.example",
    role: "handler",
    outsideMainland: true,
  };
  const purpose = definePurpose({ ...register, recipients: [...register.recipients, abroad] });
  const told = async (format: ExportFormat): Promise<string> => {
    const record: ConsentRecord = {
      ...(await given()),
      purposeHash: purposeHash(purpose),
      recipients: ["acme", "abroad"],
    };
    return JSON.stringify(exportRecord(record, { ...facts, purpose }, format));
  };

  it("is told as one in each format", async () => {
    expect(await told("iso-27560")).toMatch(/"party_id":"acme".*"outside_mainland":false/);
    expect(await told("iso-27560")).toMatch(/"party_id":"abroad".*"outside_mainland":true/);
    expect(await told("dpv")).toMatch(/"abroad".*"dpv:hasThirdCountry":\{"@type":"dpv:ThirdCountry"\}/);
    expect(await told("dpv")).toMatch(/^(?:(?!hasThirdCountry).)*"abroad"/);
    expect(await told("kantara-1.1")).toContain('"thirdPartyName":"Acme, Abroad (outside the mainland)"');
  });
});

describe.each(FORMATS)("the language of the format %s", (format) => {
  it("is that of the notice that the person read, whatever notice is passed", async () => {
    const { consent: fresh } = service();
    const zh = fresh.notice(register, "zh");
    const record = await decide(fresh, register, { notice: zh });
    const mislabelled = { ...facts, notice: { ...zh, locale: "en" } } as const;
    const told = JSON.stringify(exportRecord(record, mislabelled, format));

    expect(told).toMatch(/"(?:dct:)?language":"zh"/);
    expect(told).toContain("示例有限公司");
    expect(told).not.toContain("Example Ltd");
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
