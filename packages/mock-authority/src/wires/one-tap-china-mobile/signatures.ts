import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const upperHex = (bytes: Buffer): string => bytes.toString("hex").toUpperCase();

/** The parts of a login signature, in the order of the vendor's document; the key comes last. */
const LOGIN_ORDER = ["appid", "version", "msgid", "systemtime", "strictcheck", "token"] as const;
export type LoginRequest = Readonly<Record<(typeof LOGIN_ORDER)[number], string>>;

/** MD5 in capitals over the values in the document's order. */
export function loginSignature(request: LoginRequest, appKey: string): string {
  const text = LOGIN_ORDER.map((name) => request[name]).join("");
  return upperHex(createHash("md5").update(text).update(appKey).digest());
}

/** HMAC-SHA256 in capitals over the values, the members sorted by name. */
export function checkSignature(members: Readonly<Record<string, string>>, appKey: string): string {
  const hmac = createHmac("sha256", appKey);
  for (const name of Object.keys(members).toSorted()) hmac.update(members[name] ?? "");
  return upperHex(hmac.digest());
}

/** How a number is sent: SHA-256 in capitals over number, key and time stamp. */
export function hashedNumber(phone: string, appKey: string, timestamp: string): string {
  return upperHex(createHash("sha256").update(phone).update(appKey).update(timestamp).digest());
}

/** Compares in constant time. */
export function sameText(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
