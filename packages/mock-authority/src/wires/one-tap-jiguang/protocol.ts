import { timingSafeEqual } from "node:crypto";
import type { Call } from "../one-tap-shared/one-tap-wire.ts";

/** The pair that goes into the header. */
export interface BasicCredentials {
  readonly appKey: string;
  readonly masterSecret: string;
}

/** The code for a request that is refused before its members are looked at. */
export function refusalOf(
  { method, mediaType, headers }: Call,
  credentials: BasicCredentials,
): number | undefined {
  if (method !== "POST") return 9013;
  if (mediaType !== "application/json") return 9015;
  const authorization = headers.get("authorization");
  if (authorization === null) return 9010;
  return isBasic(authorization, credentials) ? undefined : 9011;
}

/** RFC 7617 2: the scheme in any case, then base64 of user and password with a colon between. */
export function isBasic(authorization: string, { appKey, masterSecret }: BasicCredentials): boolean {
  const given = /^basic +([A-Za-z\d+/]+={0,2})$/i.exec(authorization)?.[1];
  if (given === undefined) return false;
  const [sent, expected] = [Buffer.from(given, "base64"), Buffer.from(`${appKey}:${masterSecret}`)];
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}
