import { createHmac } from "node:crypto";

/** Whom a pairwise identifier is for. */
export interface PairwiseSubject {
  readonly orgCode: string;
  readonly person: string;
}

/** A person's identifier at one organisation: always the same there, of no use anywhere else. */
export function pairwiseSubject(key: string, { orgCode, person }: PairwiseSubject): string {
  return createHmac("sha256", key).update(`${orgCode}\n${person}`).digest("hex").slice(0, 40).toUpperCase();
}
