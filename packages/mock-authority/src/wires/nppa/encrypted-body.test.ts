import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encryptFor } from "../../test-support/nppa.ts";
import { decrypt, openBody } from "./encrypted-body.ts";

/** The example of the specification V1.8, section 4. */
const KEY = "2836e95fcd10e04b0069bb1ee659955b";
const DATA =
  "CqT/33f3jyoiYqT8MtxEFk3x2rlfhmgzhxpHqWosSj4d3hq2EbrtVyx2aLj565ZQNTcPrcDipnvpq/D/vQDaLKW70O83Q42zvR0//OfnYLcI" +
  "jTPMnqa+SOhsjQrSdu66ySSORCAo";
const MESSAGE = { ai: "test-accountId", name: "用户姓名", idNum: "371321199012310912" };

const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

describe("decrypt", () => {
  it("reads the example of the specification", () => {
    const plaintext = decrypt(DATA, KEY);
    expect(plaintext && Buffer.from(plaintext).toString("utf8")).toBe(JSON.stringify(MESSAGE));
  });

  it("reads nothing in which a byte was changed", () => {
    const sealed = Buffer.from(DATA, "base64");
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const other = Buffer.from(sealed);
        other.writeUInt8(other.readUInt8(at) ^ change, at);
        expect(decrypt(other.toString("base64"), KEY)).toBeUndefined();
      }),
    );
  });

  it("reads nothing with another key, and never throws", () => {
    expect(decrypt(DATA, "0".repeat(32))).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => decrypt(text, KEY) === undefined));
    fc.assert(fc.property(fc.base64String(), (text) => decrypt(text, KEY) === undefined));
  });
});

describe("openBody", () => {
  it("finds the message", () => {
    expect(openBody(bytes({ data: DATA }), KEY)).toEqual(MESSAGE);
  });

  it.each([
    ["no data", bytes({})],
    ["data that is no text", bytes({ data: { a: 1 } })],
    ["data in base64url", bytes({ data: DATA.replaceAll("+", "-").replaceAll("/", "_") })],
    ["data with white space", bytes({ data: `${DATA} ` })],
    ["a message in the clear", bytes(MESSAGE)],
    ["no JSON", Buffer.from("data")],
    ["an encrypted array", Buffer.from(encryptFor(KEY, []))],
    ["an encrypted text", Buffer.from(encryptFor(KEY, "ai=1"))],
  ])("finds nothing in %s", (_, body) => {
    expect(openBody(body, KEY)).toBeUndefined();
  });
});
