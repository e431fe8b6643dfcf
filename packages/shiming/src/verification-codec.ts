import { createCipheriv, createDecipheriv, hash, randomBytes } from "node:crypto";
import { type Attributes, type Keys, type Outcome, StoreError } from "@shiming/contract";
import type { Verification } from "./verification.ts";

/**
 * How a verification stands in the store. What the authority told of the person (`attributes`) is the one personal part
 * of an outcome; it is encrypted, so that the file alone gives nothing away.
 */
export interface VerificationCodec {
  encode(verification: Verification): string;
  /** @throws StoreError `STORE_FAILED` for another schema, other keys or a changed file. */
  decode(text: string): Verification;
}

type Stored = Verification & { readonly schema: string; readonly sealed?: string };

const SCHEMA = "shiming-verification/1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM under a key of its own for each verification; the text is bound to the verification's id. */
export function createVerificationCodec(keys: Keys): VerificationCodec {
  const keyFor = (id: string): Buffer => hash("sha256", keys.blindIndex("attributes", id), "buffer");
  return {
    encode(verification) {
      if (!("outcome" in verification) || !hasAttributes(verification.outcome)) {
        return JSON.stringify({ schema: SCHEMA, ...verification });
      }
      const { attributes, ...outcome } = verification.outcome;
      const { id } = verification.intent;
      return JSON.stringify({
        schema: SCHEMA,
        ...verification,
        outcome,
        sealed: encrypt(keyFor(id), id, attributes),
      });
    },
    decode(text) {
      // Our own text, written by `encode`; of another version, the schema says so.
      const { schema, sealed, ...verification } = JSON.parse(text) as Stored;
      if (schema !== SCHEMA)
        throw new StoreError("STORE_FAILED", "a kept verification has an unknown schema");
      if (sealed === undefined || verification.state === "asked" || verification.outcome.status !== "match") {
        return verification;
      }
      const { id } = verification.intent;
      return {
        ...verification,
        outcome: { ...verification.outcome, attributes: decrypt(keyFor(id), id, sealed) },
      };
    },
  };
}

function encrypt(key: Buffer, id: string, attributes: Attributes): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(id));
  const parts = [
    nonce,
    cipher.update(JSON.stringify(attributes), "utf8"),
    cipher.final(),
    cipher.getAuthTag(),
  ];
  return Buffer.concat(parts).toString("base64url");
}

function decrypt(key: Buffer, id: string, sealed: string): Attributes {
  const bytes = Buffer.from(sealed, "base64url");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(-TAG_BYTES));
    const text =
      decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
    // What `encrypt` has written, or `final` would have thrown.
    return JSON.parse(text) as Attributes;
  } catch {
    throw new StoreError("STORE_FAILED", "a kept outcome does not open: other keys, or a changed file");
  }
}

function hasAttributes(outcome: Outcome): outcome is Outcome & { readonly attributes: Attributes } {
  return outcome.status === "match" && outcome.attributes !== undefined;
}
