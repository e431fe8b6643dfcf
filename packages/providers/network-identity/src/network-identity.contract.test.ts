import type { NetworkIdentityCheck, NetworkIdentityMode } from "@shiming/contract";
import { testProvider } from "@shiming/contract-tests";
import { startMockAuthority } from "@shiming/mock-authority/node";
import { afterAll, describe, it } from "vitest";
import { createBizSeq } from "./biz-seq.ts";
import { networkIdentity } from "./network-identity.ts";

const clock = { now: () => Date.parse("2026-11-22T12:00:00+08:00") };
const mock = await startMockAuthority({ seed: "contract", clock });
afterAll(async () => mock.close());

const wire = mock.authority.wire("network-identity", mock.url);
const { orgId, appId, secret, appPage } = wire.credentials;

interface Approval {
  readonly persona: string;
  readonly mode: Extract<NetworkIdentityMode, "R01" | "R02">;
  readonly password?: string;
}

/** The user's part: approves in the official app, which hands the data to the platform. */
async function approved({ persona, mode, password }: Approval): Promise<NetworkIdentityCheck> {
  const bizSeq = createBizSeq();
  const type = mode === "R02" ? "1" : "0";
  const form = {
    orgID: orgId,
    appID: appId,
    bizSeq,
    type,
    persona,
    password: password ?? "",
    action: "approve",
  };
  const request = new Request(appPage, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams(form),
  });
  // The mock's own answer: the fields that the official app hands over.
  const handed = (await (await mock.authority.fetch(request)).json()) as {
    idCardAuthData: string;
    certPwdData?: string;
  };
  const { idCardAuthData, certPwdData } = handed;
  return {
    kind: "network-identity",
    bizSeq,
    mode,
    idCardAuthData,
    ...(certPwdData === undefined ? {} : { certPwdData }),
  };
}

const credential = ["network-identity-credential"] as const;
const good = await approved({ persona: "citizen-1", mode: "R01" });
const mistyped = await approved({ persona: "citizen-2", mode: "R02", password: "00000000" });
const unseen = createBizSeq();

testProvider(
  { describe, it },
  {
    name: "network-identity",
    clock,
    secrets: [secret],
    baseUrl: () => wire.baseUrl,
    create: (baseUrl, { timeoutMs }) =>
      networkIdentity({
        orgId,
        appId,
        secret,
        baseUrl,
        transport: { headersTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs },
      }),
    cases: [
      {
        title: "a good credential",
        check: good,
        expect: { status: "match", charged: "no" },
        resume: { handle: good.bizSeq, expect: { status: "match", charged: "no" } },
      },
      {
        title: "a good credential and password",
        check: await approved({ persona: "citizen-2", mode: "R02", password: "13572462" }),
        expect: { status: "match", charged: "no" },
      },
      {
        title: "a wrong password",
        check: mistyped,
        expect: { status: "mismatch", charged: "no", reason: "wrong-password" },
        resume: {
          handle: mistyped.bizSeq,
          expect: { status: "mismatch", charged: "no", reason: "wrong-password" },
        },
      },
      {
        title: "an expired credential",
        check: await approved({ persona: "citizen-3", mode: "R01" }),
        expect: { status: "mismatch", charged: "no", reason: "credential-expired", fields: credential },
      },
      {
        title: "a frozen credential",
        check: await approved({ persona: "citizen-4", mode: "R01" }),
        expect: { status: "mismatch", charged: "no", reason: "credential-frozen", fields: credential },
      },
      {
        title: "a cancelled credential",
        check: await approved({ persona: "citizen-5", mode: "R01" }),
        expect: { status: "mismatch", charged: "no", reason: "credential-revoked", fields: credential },
      },
      {
        title: "data of another transaction",
        check: { ...(await approved({ persona: "citizen-1", mode: "R01" })), idCardAuthData: "b3RoZXI=" },
        expect: { status: "mismatch", charged: "no", reason: "different-person" },
      },
      {
        title: "a transaction that the official app never saw",
        check: { kind: "network-identity", bizSeq: unseen, mode: "R01", idCardAuthData: "b3RoZXI=" },
        expect: { error: "REJECTED", charged: "no" },
        resume: { handle: unseen, expect: { error: "UNAVAILABLE", charged: "no" } },
      },
    ],
  },
);
