import { createDecipheriv } from "node:crypto";
import { parseJsonObject } from "../../json-object.ts";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The bytes behind `data`: nonce, ciphertext, tag. Undefined when they were not encrypted with this key. */
export function decrypt(data: string, secretKey: string): Uint8Array | undefined {
  if (!BASE64.test(data)) return undefined;
  const sealed = Buffer.from(data, "base64");
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const key = Buffer.from(secretKey, "hex");
  const decipher = createDecipheriv("aes-128-gcm", key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined; // the tag is wrong, which is all that OpenSSL tells
  }
}

/** The object inside the body `{"data":"..."}` of a POST; undefined for anything else. */
export function openBody(body: Uint8Array, secretKey: string): Readonly<Record<string, unknown>> | undefined {
  const data = parseJsonObject(body)?.["data"];
  const plaintext = typeof data === "string" ? decrypt(data, secretKey) : undefined;
  return plaintext && parseJsonObject(plaintext);
}
