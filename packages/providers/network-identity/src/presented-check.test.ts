import { UnsupportedError, UsageError, type Check } from "@shiming/contract";
import { providerContext } from "@shiming/contract-tests";
import { describe, expect, it } from "vitest";
import { openTransaction, presentedCheck } from "./presented-check.ts";
import { BIZ_SEQ, BLOB, PASSWORD_BLOB, R01, R02 } from "./test-support/transaction.ts";

const present = (check: Check) => presentedCheck(providerContext().sealFor(check));

describe("presentedCheck", () => {
  it.each([R01, R02])("takes $mode and opens nothing", (check) => {
    const context = providerContext();

    expect(presentedCheck(context.sealFor(check))).toMatchObject({ bizSeq: BIZ_SEQ, mode: check.mode });
    expect(context.revealed).toEqual([]);
  });

  it.each<Check>([
    { ...R01, mode: "R03", faceImage: "an image" },
    { ...R02, mode: "R04", faceImage: "an image" },
    { ...R01, mode: "R03" },
    { ...R01, faceImage: "an image" },
    { kind: "resident-id", name: "某一一", idNumber: "110000190101010001" },
  ])("does no other check: %o", (check) => {
    expect(() => present(check)).toThrow(UnsupportedError);
  });

  it.each<[string, Check]>([
    ["check.bizSeq", { ...R01, bizSeq: "../../v1" }],
    ["check.certPwdData", { ...R01, certPwdData: PASSWORD_BLOB }],
    ["check.certPwdData", { ...R01, mode: "R02" }],
  ])("refuses a wrong %s, without the value", (path, check) => {
    const error = expect.objectContaining({ code: "INVALID_INPUT", path });

    expect(() => present(check)).toThrow(UsageError);
    expect(() => present(check)).toThrow(error);
    expect(() => present(check)).not.toThrow(PASSWORD_BLOB);
  });
});

describe("openTransaction", () => {
  it.each([
    [R01, { mode: "R01", bizSeq: BIZ_SEQ, idCardAuthData: BLOB }],
    [R02, { mode: "R02", bizSeq: BIZ_SEQ, idCardAuthData: BLOB, certPwdData: PASSWORD_BLOB }],
  ])("opens each sealed value once: $mode", (check, transaction) => {
    const context = providerContext();

    expect(openTransaction(presentedCheck(context.sealFor(check)), context)).toEqual(transaction);
    expect(new Set(context.revealed).size).toBe(Object.keys(transaction).length - 2);
    expect(context.revealed).toHaveLength(Object.keys(transaction).length - 2);
  });
});
