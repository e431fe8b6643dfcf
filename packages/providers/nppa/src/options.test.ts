import { describe, expect, it } from "vitest";
import { checkOptions } from "./options.ts";
import { EXAMPLE } from "./test-support/checks.ts";

const queryOf = (more: object): string => checkOptions({ ...EXAMPLE, ...more }).endpoints.query.href;

describe("where answers are asked for", () => {
  it("is an https address, unless plain http is asked for in so many words", () => {
    expect(queryOf({})).toBe("https://api2.wlc.nppa.gov.cn/idcard/authentication/query");
    expect(queryOf({ dangerouslyQueryOverPlainHttp: true })).toBe(
      "http://api2.wlc.nppa.gov.cn/idcard/authentication/query",
    );
  });

  it("is never plain http for the check itself", () => {
    const { endpoints } = checkOptions({ ...EXAMPLE, dangerouslyQueryOverPlainHttp: true });
    expect(endpoints.check.protocol).toBe("https:");
  });

  it.each(["https://proxy.example/nppa", "https://proxy.example/nppa/"])(
    "is under a base address: %s",
    (baseUrl) => {
      expect(queryOf({ baseUrl })).toBe("https://proxy.example/nppa/idcard/authentication/query");
    },
  );
});
