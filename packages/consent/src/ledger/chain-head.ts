import type { JwsSigner } from "@shiming/contract";
import { signCompactJws } from "../jws.ts";
import type { ChainEnd } from "./chain-line.ts";
import { type CompactJws, readCompactJws } from "./compact-jws.ts";

/** The `typ` of a head. */
const HEAD_TYPE = "consent-chain+jwt";

/** A head as it was read: where the chain ends, and the JWS that says so. */
export interface ChainHead extends ChainEnd {
  readonly jws: CompactJws;
}

/** Signs where the chain of an app ends. */
export function signHead(
  signer: JwsSigner,
  { appId, now, end }: { readonly appId: string; readonly now: number; readonly end: ChainEnd },
): Promise<string> {
  const claims = { iss: appId, iat: Math.floor(now / 1000), count: end.number, head: end.digest };
  return signCompactJws(signer, HEAD_TYPE, claims);
}

/** Reads a head of this app, or nothing where the text is none. Its signature is not looked at. */
export function readHead(text: string, appId: string): ChainHead | undefined {
  const jws = readCompactJws(text, HEAD_TYPE);
  if (jws === undefined) return undefined;
  const { iss, count, head } = jws.claims;
  const isEnd = Number.isSafeInteger(count) && typeof count === "number" && count > 0;
  if (iss !== appId || !isEnd || typeof head !== "string") return undefined;
  return { number: count, digest: head, jws };
}
