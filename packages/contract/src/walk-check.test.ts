import { describe, expect, it } from "vitest";
import type { Check } from "./check.ts";
import { createSealer } from "./sealed.ts";
import { fieldsOf, personalParts, sealCheck } from "./walk-check.ts";

const company: Check = {
  kind: "credit-code",
  creditCode: "91350100M000100Y43",
  entityName: "测试企业",
  legalRepresentative: { name: "某一一" },
};

describe("fieldsOf", () => {
  it("tells only the fields that are there", () => {
    expect(fieldsOf({ kind: "phone", phone: "16400000001", name: "某一一" })).toEqual([
      "mobile-number",
      "name",
    ]);
    expect(fieldsOf(company)).toEqual(["credit-code", "entity-name", "legal-representative-name"]);
  });

  it("sees a part that the caller's type did not tell", () => {
    const wider = {
      kind: "phone",
      phone: "16400000001",
      name: "某一一",
      idNumber: "11010519491231002X",
    } as const;
    const narrow: { kind: "phone"; phone: string; name: string } = wider;

    expect(fieldsOf(narrow)).toContain("id-document-number");
  });

  it("names a field once, however many parts carry it", () => {
    expect(
      fieldsOf({ kind: "network-identity", bizSeq: "0", mode: "R02", idCardAuthData: "a", certPwdData: "b" }),
    ).toEqual(["network-identity-credential"]);
  });
});

describe("sealCheck", () => {
  it("seals every personal part and nothing else", () => {
    const sealer = createSealer();
    const sealed = sealCheck(company, sealer);

    expect(JSON.parse(JSON.stringify(sealed))).toEqual({
      kind: "credit-code",
      creditCode: "[sealed]",
      entityName: "[sealed]",
      legalRepresentative: { name: "[sealed]" },
    });
  });

  it("keeps what is needed to ask: each part opens to its value", () => {
    const sealer = createSealer();
    const check = { kind: "resident-id", name: "某一一", idNumber: "110000190101010001" } as const;
    const sealed = sealCheck(check, sealer);

    expect(sealer.open(sealed.name)).toBe(check.name);
    expect(sealer.open(sealed.idNumber)).toBe(check.idNumber);
  });

  it("leaves the caller's check as it was", () => {
    sealCheck(company, createSealer());

    expect(personalParts(company).map(([, , value]) => value)).toEqual([
      "91350100M000100Y43",
      "测试企业",
      "某一一",
    ]);
  });
});
