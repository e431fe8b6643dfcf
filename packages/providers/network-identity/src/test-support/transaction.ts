import type { NetworkIdentityCheck } from "@shiming/contract";
import { Secret } from "@shiming/provider-kit";
import type { RelyingParty } from "../wire.ts";

export const NOW: number = Date.parse("2026-11-22T12:00:00.999+08:00");
export const ORG_ID = "00000099";
export const BIZ_SEQ = "9f86d081884c7d659a2feaa0c55ad015";
export const SECRET = "a shared secret of the test gateway, 44 bytes";

export const PARTY: RelyingParty = {
  orgId: ORG_ID,
  appId: "0001",
  secret: new Secret(SECRET),
  baseUrl: "https://gateway.example/network-identity",
};

/** Opaque to everybody but the gateway. */
export const BLOB = "opaque-credential-data-canary+/=";
export const PASSWORD_BLOB = "opaque-password-data-canary+/=";

export const R01 = {
  kind: "network-identity",
  mode: "R01",
  bizSeq: BIZ_SEQ,
  idCardAuthData: BLOB,
} as const satisfies NetworkIdentityCheck;

export const R02 = { ...R01, mode: "R02", certPwdData: PASSWORD_BLOB } as const;
