import { createHmac, hash } from "node:crypto";

export interface Acs3Input {
  /** Public half of the credential; it travels in the clear. */
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** The query as sent: encoded, in the order of the names, without the question mark. */
  readonly query: string;
  /** The headers to sign, by lower-case name, as sent: `host`, every `x-acs-*`, and `content-type` where there is one. */
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body in hexadecimal, as sent in `x-acs-content-sha256`. */
  readonly bodyHash: string;
}

const ALGORITHM = "ACS3-HMAC-SHA256";

/**
 * The `Authorization` header of a POST to an RPC product of Alibaba Cloud, whose path is always `/`.
 *
 * Source: https://help.aliyun.com/document_detail/2593177.html (V3版本请求体&签名机制).
 */
export function signAcs3({ accessKeyId, accessKeySecret, query, headers, bodyHash }: Acs3Input): string {
  const names = Object.keys(headers).toSorted();
  const signedHeaders = names.join(";");
  // Step 1: names go in lower case; values keep their case and lose the white space around them.
  const canonicalHeaders = names.map((name) => `${name}:${headers[name]?.trim()}\n`).join("");
  const canonicalRequest = `POST\n/\n${query}\n${canonicalHeaders}\n${signedHeaders}\n${bodyHash}`;
  // Steps 2 and 3: the secret is the key as it is.
  const stringToSign = `${ALGORITHM}\n${sha256(canonicalRequest)}`;
  const signature = createHmac("sha256", accessKeySecret).update(stringToSign).digest("hex");
  // Step 4: no space after the commas.
  return `${ALGORITHM} Credential=${accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}`;
}

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
export const sha256 = (text: string): string => hash("sha256", text, "hex");
