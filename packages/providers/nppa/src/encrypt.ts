import { createCipheriv, type KeyObject } from "node:crypto";

/** NIST SP 800-38D 8.2: the length for which the nonce is used as it is. */
export const NONCE_BYTES = 12;

export interface EncryptInput {
  /** The 16 bytes of the secret key. */
  readonly key: KeyObject;
  /** {@link NONCE_BYTES} bytes, never twice with one key. */
  readonly nonce: Uint8Array;
  readonly plaintext: string;
}

/**
 * The `data` of a body: nonce, ciphertext and tag of AES-128-GCM, in Base64.
 *
 * The specification (V1.8, 4) says no more than "AES-128/GCM + BASE64"; the order of the three is that of its example.
 */
export function encrypt({ key, nonce, plaintext }: EncryptInput): string {
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  const ciphertext = [cipher.update(plaintext, "utf8"), cipher.final()];
  return Buffer.concat([nonce, ...ciphertext, cipher.getAuthTag()]).toString("base64");
}
