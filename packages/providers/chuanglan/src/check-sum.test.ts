import { createHash } from "node:crypto";
import { assert, nat, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSum } from "./check-sum.ts";

describe("checkSum", () => {
  it("is the SHA-1 of secret, nonce and time in capital hex", () => {
    // By `printf EXAMPLE6b8b4567-327b-43c6-9e6f-0123456789ab1795320000 | sha1sum`; the vendor publishes no example.
    expect(
      checkSum({
        appSecret: "EXAMPLE",
        nonce: "6b8b4567-327b-43c6-9e6f-0123456789ab",
        curTime: 1_795_320_000,
      }),
    ).toBe("63B7E6B87C0BB2FA33D44CD2DCCBA755A05F5044");
  });

  it("goes by the UTF-8 bytes of the three, one after the other", () => {
    assert(
      property(
        string(),
        string().map((text) => `某${text}𠮷`),
        nat(),
        (appSecret, nonce, curTime) => {
          const bytes = Buffer.concat([appSecret, nonce, String(curTime)].map((part) => Buffer.from(part)));
          const due = createHash("sha1").update(bytes).digest("hex").toUpperCase();

          expect(checkSum({ appSecret, nonce, curTime })).toBe(due);
        },
      ),
    );
  });

  it("is another one for another nonce or time", () => {
    const parts = { appSecret: "EXAMPLE", nonce: "n", curTime: 1 };

    assert(
      property(string(), nat(), (nonce, curTime) => {
        const same = `${nonce}${curTime}` === "n1";

        expect(checkSum({ ...parts, nonce, curTime }) === checkSum(parts)).toBe(same);
      }),
    );
  });
});
