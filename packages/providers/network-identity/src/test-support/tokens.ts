import { SignJWT } from "jose/jwt/sign";
import { BIZ_SEQ, NOW, ORG_ID } from "./transaction.ts";
import { CURRENT, type TestKey } from "./keys.ts";

export type Claims = Readonly<Record<string, unknown>>;

export const ISSUER = "https://gateway.example/network-identity";
/** The identifier of the person at this organisation. */
export const SUBJECT = "5E9C1D7A40B2F3865E9C1D7A40B2F3865E9C1D7A";

/** The claims of a result that confirms; an undefined override takes a claim away. */
export function resultClaims(overrides: Claims = {}): Claims {
  const iat = Math.floor(NOW / 1000);
  return {
    iss: ISSUER,
    aud: ORG_ID,
    iat,
    exp: iat + 120,
    jti: "8c0f1b52-7d35-4c8a-9a6e-0d9f5b2f3a11",
    biz_seq: BIZ_SEQ,
    auth_mode: "R01",
    verified: true,
    result_code: "PASS",
    service_time: "2026-11-22T12:00:00+08:00",
    service_type: "authentication",
    sub: SUBJECT,
    ...overrides,
  };
}

/** The claims of a result that denies. */
export const deniedClaims = (result_code: string, overrides: Claims = {}): Claims =>
  resultClaims({ verified: false, result_code, sub: undefined, ...overrides });

export interface SignOptions {
  readonly key?: TestKey;
  readonly header?: Readonly<Record<string, unknown>>;
}

/** A result as the gateway signs it. */
export function signResult(
  claims: Claims = resultClaims(),
  { key = CURRENT, header = {} }: SignOptions = {},
): Promise<string> {
  const { kid, alg, privateKey } = key;
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg, kid, typ: "network-identity-result+jwt", ...header })
    .sign(privateKey);
}

/** A token of any header and claims, with what stands for a signature. */
export function unsafeToken(header: object, claims: Claims, sign: (input: string) => Buffer): string {
  const input = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${input}.${sign(input).toString("base64url")}`;
}
