import { createHmac, createSecretKey, hash, type KeyObject } from "node:crypto";

export interface Tc3Input {
  /** Public half of the credential; it travels in the clear. */
  readonly secretId: string;
  /** The key for a UTC day `YYYY-MM-DD` and a service; see {@link deriveSigningKey}. */
  readonly signingKey: (day: string, service: string) => KeyObject;
  /** First label of the product's host, such as `faceid`. */
  readonly service: string;
  /** Seconds since the Unix epoch, as sent in `X-TC-Timestamp`. */
  readonly timestamp: number;
  /** The headers to sign, by lower-case name, as sent. `content-type` and `host` have to be among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, as sent. */
  readonly body: string;
}

const ALGORITHM = "TC3-HMAC-SHA256";
const TERMINATOR = "tc3_request";

/**
 * The `Authorization` header of a POST to a Tencent Cloud API 3.0 product, whose path is always `/` and whose query is
 * always empty.
 *
 * Source: https://cloud.tencent.com/document/api/213/30654 (签名方法 v3).
 */
export function signTc3({ secretId, signingKey, service, timestamp, headers, body }: Tc3Input): string {
  const names = Object.keys(headers).toSorted();
  const signedHeaders = names.join(";");
  // Step 1: names and values go in lower case, without white space around them.
  const canonicalHeaders = names.map((name) => `${name}:${headers[name]?.trim().toLowerCase()}\n`).join("");
  const canonicalRequest = `POST\n/\n\n${canonicalHeaders}\n${signedHeaders}\n${sha256(body)}`;
  // Step 2: the day is that of the timestamp in UTC, whatever the machine's zone.
  const day = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${day}/${service}/${TERMINATOR}`;
  const stringToSign = `${ALGORITHM}\n${timestamp}\n${scope}\n${sha256(canonicalRequest)}`;
  // Steps 3 and 4.
  const signature = createHmac("sha256", signingKey(day, service)).update(stringToSign).digest("hex");
  return `${ALGORITHM} Credential=${secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}

/** Step 3: the key of one day and one service. A `KeyObject`, because Node takes seven times as long to sign with bytes. */
export function deriveSigningKey(secretKey: string, day: string, service: string): KeyObject {
  const secretDate = hmac(`TC3${secretKey}`, day);
  const secretService = hmac(secretDate, service);
  return createSecretKey(hmac(secretService, TERMINATOR));
}

const sha256 = (text: string): string => hash("sha256", text, "hex");
const hmac = (key: string | Uint8Array, text: string): Buffer =>
  createHmac("sha256", key).update(text).digest();
