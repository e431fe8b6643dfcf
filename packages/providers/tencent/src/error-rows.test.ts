import { describe, expect, it } from "vitest";
import { ERROR_ROWS } from "./error-rows.ts";
import { TENCENT_RESULT_TABLES } from "./result-tables.ts";

const [table] = TENCENT_RESULT_TABLES;

describe("the vendor's error codes", () => {
  it.each([
    ["AuthFailure.SignatureExpire", "MISCONFIGURED", "the clock is off by more than five minutes"],
    ["AuthFailure.SignatureFailure", "MISCONFIGURED", "the signature was refused: check secretKey"],
    ["AuthFailure.TokenFailure", "MISCONFIGURED", "the credentials were refused"],
    ["UnauthorizedOperation.Arrears", "MISCONFIGURED", "the account is in arrears"],
    ["UnauthorizedOperation.Nonactivated", "MISCONFIGURED", "the product is not activated"],
    ["UnauthorizedOperation.Whatever", "MISCONFIGURED", "the account may not do this"],
    ["InvalidAction", "MISCONFIGURED", "the vendor does not know this action"],
    ["RequestLimitExceeded", "THROTTLED", "too many requests"],
    ["RequestLimitExceeded.UinLimitExceeded", "THROTTLED", "too many requests"],
    ["InvalidParameter", "REJECTED", "a parameter was refused"],
    ["InvalidParameterValue.InvalidParameterValueLimit", "REJECTED", "a parameter was refused"],
    ["MissingParameter", "REJECTED", "a parameter is missing"],
    [
      "FailedOperation.DecryptSystemError",
      "MISCONFIGURED",
      "the vendor could not decrypt the request: check encryption.publicKey",
    ],
    ["FailedOperation.UnKnown", "UNAVAILABLE", "the service failed"],
    ["FailedOperation.EngineRecognizeTimeout", "UNAVAILABLE", "the service took too long"],
    ["InternalError", "UNAVAILABLE", "the service failed"],
  ])("%s is %s: %s", (vendorCode, code, meaning) => {
    expect(() => table?.answer(vendorCode)).toThrow(
      expect.objectContaining({
        code,
        vendorCode,
        message: `tencent IdCardVerification: ${meaning}`,
        charge: { charged: "no", basis: `tencent IdCardVerification ${vendorCode}` },
      }),
    );
  });

  it.each(["FailedOperation.IdNameMisMatch", "FailedOperation", "SomethingNew"])(
    "%s is not understood, and nobody knows whether it is billed",
    (vendorCode) => {
      expect(() => table?.answer(vendorCode)).toThrow(
        expect.objectContaining({
          code: "RESPONSE_INVALID",
          vendorCode,
          charge: expect.objectContaining({ charged: "unknown" }),
        }),
      );
    },
  );

  it.each(TENCENT_RESULT_TABLES)("are in the table of $action, each with its source", ({ rows }) => {
    expect(rows).toEqual(expect.arrayContaining([...ERROR_ROWS]));
    expect(ERROR_ROWS.every(({ source }) => source?.startsWith("https://"))).toBe(true);
  });
});
