import { describe, expect, it } from "vitest";
import type { Check } from "./check.ts";
import { fits } from "./fits.ts";
import type { Capability } from "./provider.ts";
import { createSealer } from "./sealed.ts";
import { fieldsOf, sealCheck } from "./walk-check.ts";

const two: Check = { kind: "phone", phone: "16400000001", name: "某一一" };
const three: Check = { ...two, idNumber: "110000190101010001" };
const company: Check = {
  kind: "credit-code",
  creditCode: "91350100M000100Y43",
  entityName: "某公司",
  legalRepresentative: { name: "某一一" },
};
const credential: Check = {
  kind: "network-identity",
  bizSeq: "b",
  mode: "R02",
  idCardAuthData: "a",
  certPwdData: "p",
};

const phone: Capability = { kind: "phone", fields: ["name", "mobile-number", "id-document-number"] };

describe.each([
  ["a check", (check: Check) => check],
  ["a sealed check", (check: Check) => sealCheck(check, createSealer())],
])("fits, for %s", (_which, as) => {
  it("asks for exactly the fields, in any order", () => {
    expect(fits(phone, as(three))).toBe(true);
    expect(fits(phone, as(two))).toBe(false);
    expect(fits({ kind: "phone", fields: ["name", "mobile-number"] }, as(three))).toBe(false);
  });

  it("asks for the same kind", () => {
    expect(fits({ ...phone, kind: "resident-id" }, as(three))).toBe(false);
  });

  it("counts a field that a capability names twice once", () => {
    expect(fits({ kind: "phone", fields: ["name", "name"] }, as(two))).toBe(false);
    expect(fits({ kind: "phone", fields: ["name", "name", "mobile-number"] }, as(two))).toBe(true);
  });

  it("sees parts of parts", () => {
    const fields = ["credit-code", "entity-name", "legal-representative-name"] as const;

    expect(fits({ kind: "credit-code", fields }, as(company))).toBe(true);
    expect(fits({ kind: "credit-code", fields: fields.slice(0, 2) }, as(company))).toBe(false);
  });

  it("asks for an allowed mode, where a capability names modes", () => {
    const capability: Capability = { kind: "network-identity", fields: ["network-identity-credential"] };

    expect(fits(capability, as(credential))).toBe(true);
    expect(fits({ ...capability, modes: ["R01", "R02"] }, as(credential))).toBe(true);
    expect(fits({ ...capability, modes: ["R01"] }, as(credential))).toBe(false);
    expect(fits({ ...phone, modes: ["R01"] }, as(three))).toBe(false);
  });
});

it("fits goes by the fields that its caller has already", () => {
  expect(fits(phone, three, fieldsOf(three))).toBe(true);
  expect(fits(phone, three, fieldsOf(two))).toBe(false);
});
