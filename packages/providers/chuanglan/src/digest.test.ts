import { createHash } from "node:crypto";
import { assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { digested } from "./digest.ts";
import { NAME } from "./test-support/checks.ts";

describe("digested", () => {
  // By `printf 某一一 | md5sum` and `| sha256sum`; the vendor publishes no example.
  it.each([
    [undefined, NAME],
    ["md5", "75cd5597406cb0ae5da5e72edcbb8152"],
    ["sha256", "bbd21a93541f474dec94d2a8c228da313bb3129f0b20385c26bd86f3d2873346"],
  ] as const)("writes a name as %s", (digest, due) => {
    expect(digested(NAME, digest)).toBe(due);
  });

  it("hashes the UTF-8 bytes of the whole value into lower-case hex", () => {
    assert(
      property(
        constantFrom("md5", "sha256"),
        string().map((text) => `${text}某𠮷`),
        (digest, value) => {
          expect(digested(value, digest)).toBe(createHash(digest).update(Buffer.from(value)).digest("hex"));
        },
      ),
    );
  });
});
