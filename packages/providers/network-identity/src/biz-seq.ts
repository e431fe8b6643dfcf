import { randomBytes as systemRandomBytes } from "node:crypto";
import { UsageError } from "@shiming/contract";

/** Gives that many random bytes. */
export type RandomBytes = (size: number) => Uint8Array;

/**
 * Makes the number of a new transaction: 32 digits and letters, 128 random bits.
 *
 * Make it on your server, give it to your client for the hand-off to the official app, and bind it to the session that
 * it was made for: what comes back from the official app carries nothing else that tells whose it is.
 *
 * @param randomBytes - default: the cryptographic generator of Node
 *
 * @example
 * ```ts
 * import { createBizSeq } from "@shiming/network-identity";
 *
 * console.log(createBizSeq()); // such as "9f86d081884c7d659a2feaa0c55ad015"
 * ```
 */
export function createBizSeq(randomBytes: RandomBytes = systemRandomBytes): string {
  return Buffer.from(randomBytes(16)).toString("hex");
}

/**
 * Checks the number of a transaction. It becomes a part of a URL.
 *
 * @param path - name of the argument, for the message; the value is never in it
 * @throws UsageError `INVALID_INPUT`
 */
export function checkBizSeq(value: string, path: string): string {
  if (/^[A-Za-z0-9]{32}$/.test(value)) return value;
  throw new UsageError("INVALID_INPUT", path, "must be 32 letters and digits");
}
