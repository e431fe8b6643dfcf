import { testProvider } from "@shiming/contract-tests";
import { startMockAuthority } from "@shiming/mock-authority/node";
import { afterAll, describe, it } from "vitest";
import { FREE_PHONE, mobileSubscriber, tokenOf } from "../test-support/subscribers.ts";
import { wechatPhone } from "./wechat-phone.ts";

const clock = { now: () => Date.parse("2026-11-22T12:00:00+08:00") };
const mock = await startMockAuthority({ seed: "contract", clock });
afterAll(async () => mock.close());

const { baseUrl, credentials } = mock.authority.wire("one-tap-wechat", mock.url);
const { id, phone } = mobileSubscriber(mock);
const kind = "phone-possession";

/** As the one place where the servers of an app keep it. */
const body = JSON.stringify({
  grant_type: "client_credential",
  appid: credentials.appId,
  secret: credentials.secret,
});
const answer = await fetch(`${baseUrl}/cgi-bin/stable_token`, { method: "POST", body });
// The mock's own answer.
const { access_token: accessToken } = (await answer.json()) as { access_token: string };

testProvider(
  { describe, it },
  {
    name: "wechatPhone",
    clock,
    secrets: [accessToken, credentials.secret],
    baseUrl: () => baseUrl,
    create: (address, { timeoutMs }) =>
      wechatPhone({
        accessToken: () => accessToken,
        baseUrl: address,
        transport: { headersTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs },
      }),
    cases: [
      {
        title: "the number in hand",
        check: { kind, token: tokenOf(id), phone },
        expect: { status: "match", charged: "yes" },
      },
      {
        title: "another number",
        check: { kind, token: tokenOf(id), phone: FREE_PHONE },
        expect: { status: "mismatch", charged: "yes", fields: ["mobile-number"] },
      },
      {
        title: "a number to be told",
        check: { kind, token: tokenOf(id) },
        expect: { status: "match", charged: "yes", attributes: { "mobile-number": phone } },
      },
      {
        title: "a code that expired",
        check: { kind, token: tokenOf("expired"), phone },
        expect: {
          status: "invalid",
          charged: "no",
          problems: [{ field: "one-tap-token", rule: "REJECTED_BY_AUTHORITY" }],
        },
      },
    ],
  },
);
