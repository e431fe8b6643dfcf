import type { Provider } from "@shiming/contract";
import { fakeClock, testProvider } from "@shiming/contract-tests";
import { startMockAuthority } from "@shiming/mock-authority/node";
import { afterAll, describe, it } from "vitest";
import { aiOf } from "./ai.ts";
import { nppa } from "./nppa.ts";
import { CITIZEN, LATE_CITIZEN } from "./test-support/checks.ts";

const clock = fakeClock();
const nextDay = clock.now() + 24 * 3_600_000;
const mock = await startMockAuthority({ seed: "contract", clock });
afterAll(async () => mock.close());

const wire = mock.authority.wire("nppa", mock.url);
const { appId, bizId, secretKey } = wire.credentials;

let verifications = 0;
/** The suite lends every call the same id; the engine gives each its own, and so the `ai` of each is its own. */
function withOwnIds(provider: Provider): Provider {
  return {
    ...provider,
    verify: async (check, context) => {
      verifications += 1;
      return provider.verify(check, { ...context, verificationId: `verification-${verifications}` });
    },
    resume: async (handle, context) => {
      // Once the record has arrived, however often it is asked for.
      clock.advance(Math.max(0, nextDay - clock.now()));
      if (provider.resume === undefined) throw new Error("there is nothing to ask with");
      return provider.resume(handle, context);
    },
  };
}

testProvider(
  { describe, it },
  {
    name: "nppa",
    clock,
    secrets: [secretKey],
    baseUrl: () => wire.baseUrl,
    create: (baseUrl, { timeoutMs }) =>
      withOwnIds(
        nppa({
          appId,
          bizId,
          secretKey,
          baseUrl,
          transport: { headersTimeoutMs: timeoutMs, bodyTimeoutMs: timeoutMs },
        }),
      ),
    cases: [
      {
        title: "a person whose record arrives the next day",
        check: LATE_CITIZEN,
        expect: { status: "pending", charged: "no", handle: aiOf("verification-1") },
        resume: { handle: aiOf("verification-1"), expect: { status: "match", charged: "no" } },
      },
      {
        title: "a person of that name and number",
        check: CITIZEN,
        expect: { status: "match", charged: "no" },
        resume: { handle: "100000000000000001", expect: { status: "match", charged: "no" } },
      },
      {
        title: "a person of another name",
        check: { ...CITIZEN, name: "某一二" },
        expect: { status: "mismatch", charged: "no" },
        resume: { handle: "300000000000000001", expect: { status: "mismatch", charged: "no" } },
      },
      {
        title: "a person whom nobody knows",
        check: { kind: "resident-id", name: "某零零", idNumber: "11010519491231002X" },
        expect: { status: "mismatch", charged: "no" },
        resume: { handle: "neversubmitted", expect: { error: "UNAVAILABLE", charged: "no" } },
      },
      {
        title: "a number whose check character is wrong",
        check: { ...CITIZEN, idNumber: "110000190101010002" },
        expect: {
          status: "invalid",
          charged: "no",
          problems: [{ field: "id-document-number", rule: "REJECTED_BY_AUTHORITY" }],
        },
      },
      {
        title: "a name that is longer than the authority takes",
        check: { ...CITIZEN, name: "某".repeat(33) },
        expect: { error: "REJECTED", charged: "no", vendorCode: "1012" },
      },
    ],
  },
);
