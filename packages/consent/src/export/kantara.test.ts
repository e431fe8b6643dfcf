import { describe, expect, it } from "vitest";
import type { ConsentRecord } from "../record.ts";
import { register } from "../test-support/community.ts";
import { facts, given, notice, withBasis, withdrawn } from "../test-support/exports.ts";
import { decide, service } from "../test-support/services.ts";
import type { KantaraFacts } from "./export-facts.ts";
import { exportRecord } from "./export-record.ts";

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

  it("counts as sensitive only what was granted, and not what was refused", async () => {
    const record = await decide(service().consent, register, { notice });

    expect(record.refused).toContain("contacts");
    expect(exportRecord(record, facts, "kantara-1.1")).toMatchObject({ sensitive: false, spiCat: [] });
  });

  it("is written of what was informed about", async () => {
    const record: ConsentRecord = { ...withBasis(await given()), event: "informed", kind: "none" };

    expect(exportRecord(record, facts, "kantara-1.1").services).toMatchObject([
      { purposes: [{ consentType: "PIPL 13.3: CSL 26" }] },
    ]);
  });

  it("is not written of a refusal or a withdrawal, which the format does not know", async () => {
    const refused = await decide(service().consent, register, { notice, decision: "refused" });

    for (const record of [refused, await withdrawn()])
      expect(() => exportRecord(record, facts, "kantara-1.1")).toThrow(
        expect.objectContaining({ code: "INVALID_INPUT", path: "record.event" }),
      );
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
