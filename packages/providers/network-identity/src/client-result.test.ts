import { describe, expect, it } from "vitest";
import { readClientResult } from "./client-result.ts";

describe("readClientResult", () => {
  it.each([
    ["C0000000", "success"],
    ["C0412003", "cancelled"],
    ["C0412002", "not-installed"],
    ["C0412009", "app-untrusted"],
    ["C0401001", "misconfigured"],
    ["C0401003", "misconfigured"],
    ["C0401009", "misconfigured"],
    ["C0401010", "misconfigured"],
    ["C0405001", "unavailable"],
    ["C0412001", "unavailable"],
    ["C0412004", "unavailable"],
    ["S0400001", "unavailable"],
  ])("%s is %s", (resultCode, status) => {
    expect(readClientResult({ resultCode })).toEqual({ status, code: resultCode });
  });

  it.each(["", "C00000000", "c0000000", " C0000000", "S0401001"])(
    "takes %j for no success and no known failure",
    (resultCode) => {
      expect(readClientResult({ resultCode }).status).toBe("unavailable");
    },
  );

  it("keeps nothing of a code that does not look like one", () => {
    expect(readClientResult({ resultCode: "110000190101010001" })).toEqual({
      status: "unavailable",
      code: "(not a plain code)",
    });
  });

  it("leaves the data of the official app where they are", () => {
    const result = { resultCode: "C0000000", resultDesc: "成功", idCardAuthData: "opaque" };

    expect(JSON.stringify(readClientResult(result))).not.toContain("opaque");
  });
});
