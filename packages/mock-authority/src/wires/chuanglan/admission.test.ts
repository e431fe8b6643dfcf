import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCheckSum } from "./admission.ts";

/** By `printf EXAMPLE6b8b4567-327b-43c6-9e6f-0123456789ab1795320000 | sha1sum`; the vendor publishes no example. */
const DUE = "63B7E6B87C0BB2FA33D44CD2DCCBA755A05F5044";
const PARTS = { secret: "EXAMPLE", nonce: "6b8b4567-327b-43c6-9e6f-0123456789ab", curTime: "1795320000" };

describe("isCheckSum", () => {
  it("accepts the SHA-1 of secret, nonce and time in capital hex", () => {
    expect(isCheckSum(DUE, PARTS)).toBe(true);
  });

  it("refuses it for another secret, nonce or time", () => {
    const part = fc.constantFrom("secret", "nonce", "curTime");
    fc.assert(
      fc.property(part, fc.string(), (name, value) => {
        fc.pre(value !== PARTS[name]);
        expect(isCheckSum(DUE, { ...PARTS, [name]: value })).toBe(false);
      }),
    );
  });

  it("refuses every other text, of any length and script", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ minLength: 40, maxLength: 40 }),
          fc.constantFrom("某".repeat(40), DUE.toLowerCase()),
        ),
        (given) => {
          fc.pre(given !== DUE);
          expect(isCheckSum(given, PARTS)).toBe(false);
        },
      ),
    );
  });
});
