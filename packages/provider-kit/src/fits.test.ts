import { createSealer, sealCheck, type Capability, type Check } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { fits, sealedFields } from "./fits.ts";

const seal = (check: Check) => sealCheck(check, createSealer());
const two = seal({ kind: "phone", phone: "13000000000", name: "某一一" });
const three = seal({ kind: "phone", phone: "13000000000", name: "某一一", idNumber: "110000190101010001" });
const company = seal({
  kind: "credit-code",
  creditCode: "91350100M000100Y43",
  entityName: "某公司",
  legalRepresentative: { name: "某一一" },
});
const credential = seal({
  kind: "network-identity",
  bizSeq: "b",
  mode: "R02",
  idCardAuthData: "a",
  certPwdData: "p",
});

const phone: Capability = { kind: "phone", fields: ["name", "mobile-number", "id-document-number"] };

describe("fits", () => {
  it("asks for exactly the fields, in any order", () => {
    expect(fits(phone, three)).toBe(true);
    expect(fits(phone, two)).toBe(false);
    expect(fits({ kind: "phone", fields: ["name", "mobile-number"] }, three)).toBe(false);
  });

  it("asks for the same kind", () => {
    expect(fits({ ...phone, kind: "resident-id" }, three)).toBe(false);
  });

  it("sees parts of parts", () => {
    const fields = ["credit-code", "entity-name", "legal-representative-name"] as const;

    expect(fits({ kind: "credit-code", fields }, company)).toBe(true);
    expect([...sealedFields(company)]).toEqual(fields);
  });

  it("asks for an allowed mode, where a capability names modes", () => {
    const capability: Capability = { kind: "network-identity", fields: ["network-identity-credential"] };

    expect(fits(capability, credential)).toBe(true);
    expect(fits({ ...capability, modes: ["R01", "R02"] }, credential)).toBe(true);
    expect(fits({ ...capability, modes: ["R01"] }, credential)).toBe(false);
  });
});
