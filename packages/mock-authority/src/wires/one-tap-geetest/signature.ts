import { createHmac, timingSafeEqual } from "node:crypto";

/** What is signed, and with what. */
export interface Signed {
  readonly appId: string;
  readonly appKey: string;
  /** Milliseconds as sent. */
  readonly timestamp: string;
}

/** HMAC-SHA256 over `<app id>&&<time stamp>`, in hexadecimal. */
export function signatureOf({ appId, appKey, timestamp }: Signed): string {
  const hmac = createHmac("sha256", Buffer.from(appKey, "utf8"));
  for (const part of [appId, "&&", timestamp]) hmac.update(part);
  return hmac.digest("hex");
}

/** Compares in constant time; hexadecimal in either case. */
export function isSignature(given: string, signed: Signed): boolean {
  const [one, other] = [Buffer.from(given.toLowerCase()), Buffer.from(signatureOf(signed))];
  return one.length === other.length && timingSafeEqual(one, other);
}
