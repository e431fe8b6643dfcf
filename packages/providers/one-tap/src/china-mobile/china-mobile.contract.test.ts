import { testProvider } from "@shiming/contract-tests";
import { startMockAuthority } from "@shiming/mock-authority/node";
import { afterAll, describe, it } from "vitest";
import { FREE_PHONE, mobileSubscriber, tokenOf } from "../test-support/subscribers.ts";
import { chinaMobile } from "./china-mobile.ts";

const clock = { now: () => Date.parse("2026-11-22T12:00:00+08:00") };
const mock = await startMockAuthority({ seed: "contract", clock });
afterAll(async () => mock.close());

const { baseUrl, credentials } = mock.authority.wire("one-tap-china-mobile", mock.url);
const { id, phone } = mobileSubscriber(mock);
const kind = "phone-possession";

for (const product of ["one-tap", "number-check"] as const) {
  const told = product === "one-tap";
  testProvider(
    { describe, it },
    {
      name: `chinaMobile (${product})`,
      clock,
      secrets: [credentials.appKey],
      baseUrl: () => baseUrl,
      create: (address, { timeoutMs }) =>
        chinaMobile({
          ...credentials,
          product,
          baseUrl: address,
          transport: { headersTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs },
        }),
      cases: [
        {
          title: "the number in hand",
          check: { kind, token: tokenOf(id), phone, operator: "CMCC" },
          expect: { status: "match", charged: "yes" },
        },
        {
          title: "another number",
          check: { kind, token: tokenOf(id), phone: FREE_PHONE },
          expect: { status: "mismatch", charged: "yes", fields: ["mobile-number"] },
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
        ...(told
          ? [
              {
                title: "a number to be told",
                check: { kind, token: tokenOf(id) } as const,
                expect: { status: "match", charged: "yes", attributes: { "mobile-number": phone } } as const,
              },
            ]
          : []),
      ],
    },
  );
}
