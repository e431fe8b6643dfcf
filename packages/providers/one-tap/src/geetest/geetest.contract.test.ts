import { testProvider } from "@shiming/contract-tests";
import { startMockAuthority } from "@shiming/mock-authority/node";
import { afterAll, describe, it } from "vitest";
import { FREE_PHONE, mobileSubscriber, tokenOf } from "../test-support/subscribers.ts";
import { geetestToken } from "./geetest-token.ts";
import { geetest } from "./geetest.ts";

const clock = { now: () => Date.parse("2026-11-22T12:00:00+08:00") };
const mock = await startMockAuthority({ seed: "contract", clock });
afterAll(async () => mock.close());

const { baseUrl, credentials } = mock.authority.wire("one-tap-geetest", mock.url);
const { id, phone } = mobileSubscriber(mock);
const kind = "phone-possession";
let process = 0;
const token = (persona: string, processId = String((process += 1)).padStart(32, "0")) =>
  geetestToken({ processId, token: tokenOf(persona) });

testProvider(
  { describe, it },
  {
    name: "geetest",
    clock,
    secrets: [credentials.appKey],
    baseUrl: () => baseUrl,
    create: (address, { timeoutMs }) =>
      geetest({
        ...credentials,
        baseUrl: address,
        transport: { headersTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs },
      }),
    cases: [
      {
        title: "the number in hand",
        check: { kind, token: token(id), phone, operator: "CMCC" },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "another number",
        check: { kind, token: token(id), phone: FREE_PHONE },
        expect: { status: "mismatch", charged: "yes", fields: ["mobile-number"] },
      },
      {
        title: "a number to be told",
        check: { kind, token: token(id) },
        expect: { status: "match", charged: "yes", attributes: { "mobile-number": phone } },
      },
      {
        title: "a token that expired",
        check: { kind, token: token("expired") },
        expect: {
          status: "invalid",
          charged: "no",
          problems: [{ field: "one-tap-token", rule: "REJECTED_BY_AUTHORITY" }],
        },
      },
      {
        title: "a token without its process_id",
        check: { kind, token: tokenOf(id) },
        expect: {
          status: "invalid",
          charged: "no",
          problems: [{ field: "one-tap-token", rule: "TOKEN_FORMAT" }],
        },
      },
    ],
  },
);
