import { array, assert, constantFrom, jsonValue, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { companyFour } from "./company-four.ts";
import { companyThree } from "./company-three.ts";
import { companyTwo } from "./company-two.ts";

const two = (ent_name_match: unknown, credit_code_match: unknown) =>
  companyTwo.verdictOf({ ent_name_match, credit_code_match });
const three = (entNameMatch: unknown, creditCodeMatch: unknown, legalPerNameMatch: unknown) =>
  companyThree.verdictOf({ entNameMatch, creditCodeMatch, legalPerNameMatch });
const four = (result: unknown, parts: object = {}) => companyFour.verdictOf({ result, ...parts });
const differs = (...fields: string[]) => ({ code: "differs", fields });

describe("two elements of a company: 1, 0, -1", () => {
  it.each([
    ["1", "1", { code: "agrees" }],
    [1, 1, { code: "agrees" }],
    ["0", "1", differs("entity-name")],
    ["1", "0", differs("credit-code")],
    ["0", "0", differs("entity-name", "credit-code")],
    ["0", "-1", differs("entity-name")],
    ["-1", "-1", { code: "unverifiable" }],
    ["1", "-1", { code: "unverifiable" }],
    [null, null, { code: "unverifiable" }],
  ])("reads %j and %j", (name, code, verdict) => {
    expect(two(name, code)).toEqual(verdict);
  });

  it.each([
    ["2", "1"],
    ["3", "1"],
    ["1", undefined],
    ["1", ""],
    ["1", true],
    ["1", ["1"]],
  ])("does not guess at %j and %j: the numbers of the other schemes mean nothing here", (name, code) => {
    expect(two(name, code)).toBeUndefined();
  });
});

describe("three elements of a company: 1, 2, 3, and 1, 0, -1 as the vendor's page has it", () => {
  it.each([
    ["1", "1", "1", { code: "agrees" }],
    ["2", "1", "1", differs("entity-name")],
    ["1", "2", "1", differs("credit-code")],
    ["1", "1", "2", differs("legal-representative-name")],
    ["1", "1", "0", differs("legal-representative-name")],
    ["2", "2", "2", differs("entity-name", "credit-code", "legal-representative-name")],
    ["3", "2", "1", differs("credit-code")],
    ["3", "3", "3", { code: "unverifiable" }],
    ["1", "1", "3", { code: "unverifiable" }],
    ["1", "1", "-1", { code: "unverifiable" }],
    ["1", "1", null, { code: "unverifiable" }],
  ])("reads %j, %j and %j", (...[name, code, representative, verdict]) => {
    expect(three(name, code, representative)).toEqual(verdict);
  });

  it.each([undefined, "4", "", "01", {}])("does not guess at %j", (representative) => {
    expect(three("1", "1", representative)).toBeUndefined();
  });

  it("matches only where every part agrees, and tells each part that differs", () => {
    const parts = array(constantFrom("1", "2", "3", "0", "-1", null), { minLength: 3, maxLength: 3 });

    assert(
      property(parts, ([name, code, representative]) => {
        const given = [name, code, representative];
        const verdict = three(name, code, representative);
        const differing = given.filter((part) => part === "2" || part === "0").length;

        expect(verdict?.code === "agrees").toBe(given.every((part) => part === "1"));
        expect(verdict?.fields?.length ?? 0).toBe(differing);
      }),
    );
  });
});

describe("four elements of a company: a result, and parts beside it", () => {
  const agreed = { companyNameMatch: "1", creditCodeMatch: "1", legalPerNameMatch: "1", idNoMatch: "1" };

  it.each([
    ["companyNameMatch", "entity-name"],
    ["creditCodeMatch", "credit-code"],
    ["legalPerNameMatch", "legal-representative-name"],
    ["idNoMatch", "legal-representative-id-number"],
  ])("tells from %s that %s differs", (member, field) => {
    expect(four("02", { ...agreed, [member]: "2" })).toEqual({ code: "02", fields: [field] });
  });

  it.each(["01", "02", "03", "04"])("lets the result %s decide, with parts or without", (result) => {
    expect(four(result)).toEqual({ code: result });
    expect(four(result, agreed)).toEqual({ code: result });
  });

  it("does not lose a result over parts of another shape", () => {
    assert(
      property(jsonValue(), (part) => {
        expect(four("02", { ...agreed, idNoMatch: part })?.code).toBe("02");
      }),
    );
  });

  it.each([undefined, null, 1, ["01"]])("does not guess at the result %j", (result) => {
    expect(four(result, agreed)).toBeUndefined();
  });
});
