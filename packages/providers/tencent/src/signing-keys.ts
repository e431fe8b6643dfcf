import type { KeyObject } from "node:crypto";
import type { Secret } from "@shiming/provider-kit";
import { deriveSigningKey } from "./sign-tc3.ts";

/** Two services on either side of midnight (UTC). */
const MAX_KEPT = 4;

/** Signing keys of one credential. They change once a day, so the last few are kept; deriving one takes three HMACs. */
export function createSigningKeys(secretKey: Secret): (day: string, service: string) => KeyObject {
  const kept = new Map<string, KeyObject>();
  return (day, service) => {
    const name = `${day}/${service}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    if (kept.size >= MAX_KEPT) kept.clear();
    const key = deriveSigningKey(secretKey.reveal(), day, service);
    kept.set(name, key);
    return key;
  };
}
