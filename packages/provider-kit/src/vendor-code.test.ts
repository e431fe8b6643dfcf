import { describe, expect, it } from "vitest";
import { plainVendorCode } from "./vendor-code.ts";

describe("plainVendorCode", () => {
  it.each(["0", "-4", "0/1", "AuthFailure.SignatureExpire", "isv.TOKEN_INVALID", "103000", "HTTP-503"])(
    "lets a code through: %s",
    (code) => {
      expect(plainVendorCode(code)).toBe(code);
    },
  );

  it.each(["", "某一一", "name is wrong", "13800138000", "-19491231", "11010519491231002X", "A".repeat(81)])(
    "keeps back what may be a value: %s",
    (code) => {
      expect(plainVendorCode(code)).toBe("(not a plain code)");
    },
  );
});
