import { describe, expect, it } from "vitest";
import { CHECK_ID_NAME_DATE, checkIdNameDate } from "./check-id-name-date.ts";
import { readAnswer } from "./read-answer.ts";
import { chargeOf, invalid } from "./test-support/charges.ts";
import { sealedForTest } from "@shiming/contract-tests";
import { ID_NUMBER, NAME, RESIDENT_ID, RESIDENT_ID_CARD } from "./test-support/checks.ts";

const read = (Result: string) =>
  readAnswer(checkIdNameDate, JSON.stringify({ Response: { Result } }), undefined);
const charge = chargeOf("CheckIdNameDate");

describe("CheckIdNameDate", () => {
  it.each([
    ["2040-01-31", "20400131"],
    ["long-term", "00000000"],
  ])("sends name, number and both days, a last day of %s as %s", (validTo, ValidityEnd) => {
    const { check, reveal, opened } = sealedForTest({ ...RESIDENT_ID_CARD, validTo });

    expect(checkIdNameDate.parameters(check, reveal)).toEqual({
      Name: NAME,
      IdCard: ID_NUMBER,
      ValidityBegin: "20200101",
      ValidityEnd,
    });
    expect(opened).toEqual(["name", "id-document-number", "id-document-validity", "id-document-validity"]);
  });

  it.each([
    RESIDENT_ID,
    { ...RESIDENT_ID, validFrom: "2020-01-01" } as const,
    { ...RESIDENT_ID, validTo: "long-term" } as const,
  ])("takes nothing less than both days, and opens nothing of it", (less) => {
    const { check, reveal, opened } = sealedForTest(less);

    expect(checkIdNameDate.parameters(check, reveal)).toBeUndefined();
    expect(opened).toEqual([]);
  });

  it.each([
    ["0", { status: "match" }, "yes"],
    ["-1", { status: "mismatch" }, "yes"],
    ["-2", invalid("id-document-number"), "no"],
    ["-3", invalid("name"), "no"],
    ["-4", invalid("id-document-validity"), "no"],
    ["-5", invalid("name", "id-document-number"), "no"],
    ["-7", { status: "no-record" }, "no"],
  ])("reads %s as %o, charged %s", (Result, answer, charged) => {
    expect(read(Result)).toEqual({ ...answer, charge: charge(charged, Result) });
  });

  it.each([
    ["-6", "UNAVAILABLE"],
    ["-8", "DAILY_LIMIT"],
  ])("reads %s as %s, which is free and worth another try", (Result, code) => {
    expect(() => read(Result)).toThrow(
      expect.objectContaining({ code, retryable: true, vendorCode: Result, charge: charge("no", Result) }),
    );
  });

  it("has a row for each of the nine codes of the vendor's table", () => {
    expect(CHECK_ID_NAME_DATE.rows.filter(({ code }) => /^-?\d/.test(code))).toHaveLength(9);
  });
});
