import { hash } from "node:crypto";

/** What a `CheckSum` is made of. */
export interface CheckSumParts {
  readonly appSecret: string;
  /** Fresh for every request, 128 characters at most. */
  readonly nonce: string;
  /** Seconds since the Unix epoch. */
  readonly curTime: number;
}

/**
 * The header `CheckSum`: SHA-1 of secret, nonce and time, one after the other, in capital hex. It vouches for the sender
 * and the time alone; the body is covered by TLS.
 *
 * Source: `ApiSignatureUtil` of the vendor's SDK.
 */
export function checkSum({ appSecret, nonce, curTime }: CheckSumParts): string {
  return hash("sha1", `${appSecret}${nonce}${curTime}`).toUpperCase();
}
