import { createDecipheriv, createSecretKey } from "node:crypto";
import { assert, property, string, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { encrypt, NONCE_BYTES } from "./encrypt.ts";
import { EXAMPLE } from "./test-support/checks.ts";

/** The example of the specification V1.8, section 4: plaintext and ciphertext stand beside each other. */
const PLAINTEXT = '{"ai":"test-accountId","name":"用户姓名","idNum":"371321199012310912"}';
const CIPHERTEXT =
  "CqT/33f3jyoiYqT8MtxEFk3x2rlfhmgzhxpHqWosSj4d3hq2EbrtVyx2aLj565ZQNTcPrcDipnvpq/D/vQDaLKW70O83Q42zvR0//OfnYLcI" +
  "jTPMnqa+SOhsjQrSdu66ySSORCAo";

const key = createSecretKey(EXAMPLE.secretKey, "hex");

describe("encrypt", () => {
  it("gives the example of the specification, with the nonce that it begins with", () => {
    const nonce = Buffer.from(CIPHERTEXT, "base64").subarray(0, NONCE_BYTES);

    expect(encrypt({ key, nonce, plaintext: PLAINTEXT })).toBe(CIPHERTEXT);
  });

  it("can be read back with the key, whatever the text", () => {
    const nonces = uint8Array({ minLength: NONCE_BYTES, maxLength: NONCE_BYTES });
    assert(
      property(nonces, string({ unit: "grapheme" }), (nonce, plaintext) => {
        const sealed = Buffer.from(encrypt({ key, nonce, plaintext }), "base64");
        const decipher = createDecipheriv("aes-128-gcm", key, sealed.subarray(0, 12));
        decipher.setAuthTag(sealed.subarray(-16));
        const opened = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
        return opened.toString("utf8") === plaintext;
      }),
    );
  });
});
