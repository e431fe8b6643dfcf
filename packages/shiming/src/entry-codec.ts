import { createCipheriv, createDecipheriv, hash, randomBytes } from "node:crypto";
import { type Attributes, type Keys, type Outcome, StoreError } from "@shiming/contract";
import type { Entry } from "./entry.ts";

/**
 * How an entry stands in the store. What the authority told of the person (`attributes`) is the one personal part of
 * an outcome; it is encrypted, so that the file alone gives nothing away.
 */
export interface EntryCodec {
  encode(entry: Entry): string;
  decode(text: string): Entry;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM under a key of its own for each verification; the text is bound to the verification's id. */
export function createEntryCodec(keys: Keys): EntryCodec {
  const keyFor = (id: string): Buffer => hash("sha256", keys.blindIndex("attributes", id), "buffer");

  const seal = (id: string, attributes: Attributes): string => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", keyFor(id), nonce).setAAD(Buffer.from(id));
    const parts = [
      nonce,
      cipher.update(JSON.stringify(attributes), "utf8"),
      cipher.final(),
      cipher.getAuthTag(),
    ];
    return Buffer.concat(parts).toString("base64url");
  };

  const open = (id: string, sealed: string): Attributes => {
    try {
      return decrypt(keyFor(id), { id, bytes: Buffer.from(sealed, "base64url") });
    } catch {
      throw new StoreError("STORE_FAILED", "a kept outcome does not open: other keys, or a changed file");
    }
  };

  return {
    encode(entry) {
      if (!("outcome" in entry) || !hasAttributes(entry.outcome)) return JSON.stringify(entry);
      const { attributes, ...outcome } = entry.outcome;
      return JSON.stringify({ ...entry, outcome, sealed: seal(entry.intent.id, attributes) });
    },
    decode(text) {
      // Our own text, written by `encode`.
      const { sealed, ...entry } = JSON.parse(text) as Entry & { sealed?: string };
      if (sealed === undefined || !("outcome" in entry) || entry.outcome.status !== "match") return entry;
      return { ...entry, outcome: { ...entry.outcome, attributes: open(entry.intent.id, sealed) } };
    },
  };
}

function decrypt(key: Buffer, { id, bytes }: { id: string; bytes: Buffer }): Attributes {
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(-TAG_BYTES));
  const text =
    decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  // What `seal` has written, or `final` would have thrown.
  return JSON.parse(text) as Attributes;
}

function hasAttributes(outcome: Outcome): outcome is Outcome & { readonly attributes: Attributes } {
  return outcome.status === "match" && outcome.attributes !== undefined;
}
