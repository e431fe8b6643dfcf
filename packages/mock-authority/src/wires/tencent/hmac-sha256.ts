import { createHmac } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** The one keyed hash of TC3-HMAC-SHA256. */
export function hmacSha256(key: string | Buffer | KeyObject, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
