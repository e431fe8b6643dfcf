import { hash } from "node:crypto";

/** How the phone checks hash what they send. Neither has a salt: whoever can count to every phone number can undo it. */
export type Digest = "md5" | "sha256";

/** The whole value in lower-case hex, or as it is. */
export function digested(value: string, digest: Digest | undefined): string {
  return digest === undefined ? value : hash(digest, value);
}
