import { createHash, timingSafeEqual } from "node:crypto";

/** What a signature covers. */
export interface SignedParts {
  readonly secretKey: string;
  /** System parameters and those of the query, decoded, in any order. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** Exact bytes of the body; none for a GET. */
  readonly body: Uint8Array;
}

function byName([one]: readonly [string, string], [other]: readonly [string, string]): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Lower-case hex SHA-256 over key, parameters by name, and body (specification V1.8, section 5). */
export function signatureOf({ secretKey, parameters, body }: SignedParts): string {
  const digest = createHash("sha256").update(secretKey);
  for (const [name, value] of parameters.toSorted(byName)) digest.update(name).update(value);
  return digest.update(body).digest("hex");
}

/** Whether a `sign` header is right. Capital letters are not: the specification prints small ones. */
export function isSignedWith(sign: string, parts: SignedParts): boolean {
  if (!/^[0-9a-f]{64}$/.test(sign)) return false;
  return timingSafeEqual(Buffer.from(sign, "hex"), Buffer.from(signatureOf(parts), "hex"));
}
