import { describe, expect, it } from "vitest";
import { PHONE_VERIFICATION_CARRIER, phoneVerificationCarrier } from "./phone-verification-carrier.ts";
import { readAnswer } from "./read-answer.ts";
import { chargeOf, invalid } from "./test-support/charges.ts";
import { sealedForTest } from "@shiming/contract-tests";
import { ID_NUMBER, NAME, PHONE, THREE_ELEMENTS } from "./test-support/checks.ts";

describe.each(["CMCC", "CUCC", "CTCC"] as const)("PhoneVerification%s", (carrier) => {
  const action = phoneVerificationCarrier(carrier);
  const charge = chargeOf(`PhoneVerification${carrier}`);
  const read = (Result: string) =>
    readAnswer(
      action,
      JSON.stringify({ Response: { Result, ResultDetail: "PhoneNameMismatch" } }),
      undefined,
    );

  it("sends three elements and no mode, and opens each once", () => {
    const { check, reveal, opened } = sealedForTest(THREE_ELEMENTS);

    expect(action.parameters(check, reveal)).toEqual({ Name: NAME, IdCard: ID_NUMBER, Phone: PHONE });
    expect(opened.toSorted()).toEqual(["id-document-number", "mobile-number", "name"]);
  });

  it.each([
    ["0", { status: "match" }, "yes"],
    ["-4", { status: "mismatch" }, "yes"],
    ["-6", invalid("mobile-number"), "no"],
    ["-7", invalid("id-document-number"), "no"],
    ["-8", invalid("name"), "no"],
    ["-9", { status: "no-record" }, "no"],
  ])("reads %s as %o, charged %s", (Result, answer, charged) => {
    expect(read(Result)).toEqual({ ...answer, charge: charge(charged, Result) });
  });

  it.each([
    ["-11", "UNAVAILABLE", true],
    ["-13", "REJECTED", false],
  ])("reads %s as %s, free; worth another try: %s", (Result, code, retryable) => {
    expect(() => read(Result)).toThrow(
      expect.objectContaining({ code, retryable, vendorCode: Result, charge: charge("no", Result) }),
    );
  });

  it("has no daily limit: its code is not guessed at", () => {
    expect(() => read("-12")).toThrow(expect.objectContaining({ code: "RESPONSE_INVALID" }));
    expect(PHONE_VERIFICATION_CARRIER[carrier].rows.filter(({ code }) => /^-?\d/.test(code))).toHaveLength(8);
  });
});
