import { testProvider } from "@shiming/contract-tests";
import { startMockAuthority } from "@shiming/mock-authority/node";
import { afterAll, describe, it } from "vitest";
import { FREE_PHONE, mobileSubscriber, tokenOf } from "../test-support/subscribers.ts";
import { jiguang } from "./jiguang.ts";

const clock = { now: () => Date.parse("2026-11-22T12:00:00+08:00") };
const mock = await startMockAuthority({ seed: "contract", clock });
afterAll(async () => mock.close());

const { baseUrl, credentials } = mock.authority.wire("one-tap-jiguang", mock.url);
const { appKey, masterSecret, privateKey } = credentials;
const { id, phone } = mobileSubscriber(mock);
const kind = "phone-possession";

const both = [
  {
    title: "the number in hand",
    check: { kind, token: tokenOf(id), phone },
    expect: { status: "match", charged: "unknown" },
  },
  {
    title: "another number",
    check: { kind, token: tokenOf(id), phone: FREE_PHONE },
    expect: { status: "mismatch", charged: "unknown", fields: ["mobile-number"] },
  },
  {
    title: "a token that expired",
    check: { kind, token: tokenOf("expired"), phone },
    expect: {
      status: "invalid",
      charged: "no",
      problems: [{ field: "one-tap-token", rule: "REJECTED_BY_AUTHORITY" }],
    },
  },
] as const;

/** The two suites share one mock, which takes a token once. */
const fresh = () => both.map((one) => ({ ...one, check: { ...one.check, token: `${one.check.token}b` } }));
const transport = (timeoutMs: number) => ({ headersTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs });

testProvider(
  { describe, it },
  {
    name: "jiguang (one-tap)",
    clock,
    secrets: [masterSecret, privateKey],
    baseUrl: () => baseUrl,
    create: (address, { timeoutMs }) =>
      jiguang({ appKey, masterSecret, privateKey, baseUrl: address, transport: transport(timeoutMs) }),
    cases: [
      ...both,
      {
        title: "a number to be told",
        check: { kind, token: tokenOf(id), operator: "CMCC" },
        expect: { status: "match", charged: "unknown", attributes: { "mobile-number": phone } },
      },
    ],
  },
);

testProvider(
  { describe, it },
  {
    name: "jiguang (number-check)",
    clock,
    secrets: [masterSecret],
    baseUrl: () => baseUrl,
    create: (address, { timeoutMs }) =>
      jiguang({
        appKey,
        masterSecret,
        product: "number-check",
        baseUrl: address,
        transport: transport(timeoutMs),
      }),
    cases: fresh(),
  },
);
