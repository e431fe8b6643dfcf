import { describe, expect, it } from "vitest";
import { CHECK_PHONE_AND_NAME, checkPhoneAndName } from "./check-phone-and-name.ts";
import { readAnswer } from "./read-answer.ts";
import { chargeOf, invalid } from "./test-support/charges.ts";
import { sealedForTest } from "@shiming/contract-tests";
import { NAME, PHONE, THREE_ELEMENTS, TWO_ELEMENTS } from "./test-support/checks.ts";

const read = (Result: string) =>
  readAnswer(checkPhoneAndName, JSON.stringify({ Response: { Result } }), undefined);
const charge = chargeOf("CheckPhoneAndName");

describe("CheckPhoneAndName", () => {
  it("sends two elements, the phone as Mobile, and opens each once", () => {
    const { check, reveal, opened } = sealedForTest(TWO_ELEMENTS);

    expect(checkPhoneAndName.parameters(check, reveal)).toEqual({ Mobile: PHONE, Name: NAME });
    expect(opened).toEqual(["mobile-number", "name"]);
  });

  it("does not take an ID number, and opens nothing of it", () => {
    const { check, reveal, opened } = sealedForTest(THREE_ELEMENTS);

    expect(checkPhoneAndName.parameters(check, reveal)).toBeUndefined();
    expect(opened).toEqual([]);
  });

  it.each([
    ["0", { status: "match" }, "yes"],
    ["1", { status: "mismatch" }, "yes"],
    ["-1", { status: "no-record" }, "no"],
    ["-4", invalid("name"), "no"],
    ["-5", invalid("mobile-number"), "no"],
  ])("reads %s as %o, charged %s", (Result, answer, charged) => {
    expect(read(Result)).toEqual({ ...answer, charge: charge(charged, Result) });
  });

  it.each([
    ["-2", "UNAVAILABLE", true],
    ["-3", "UNAVAILABLE", true],
    ["-6", "DAILY_LIMIT", true],
    ["-13", "REJECTED", false],
  ])("reads %s as %s, free; worth another try: %s", (Result, code, retryable) => {
    expect(() => read(Result)).toThrow(
      expect.objectContaining({ code, retryable, vendorCode: Result, charge: charge("no", Result) }),
    );
  });

  it("has a row for each of the nine codes of the vendor's table", () => {
    expect(CHECK_PHONE_AND_NAME.rows.filter(({ code }) => /^-?\d/.test(code))).toHaveLength(9);
  });
});
