import { fakeClock } from "@shiming/contract-tests";
import { expect, test } from "vitest";
import { purposeHash } from "../record.ts";
import { register } from "../test-support/community.ts";
import { decide, service } from "../test-support/services.ts";
import { consentStateOf } from "./consent-state-of.ts";

const record = await decide(service({ clock: fakeClock() }).consent, register);

test.each([
  ["given", "given"],
  ["refused", "refused"],
  ["withdrawn", "withdrawn"],
  ["informed", "none"],
] as const)("a record of the event %s is the state %s", (event, state) => {
  expect(consentStateOf({ ...record, event }).state).toBe(state);
});

test("the state tells what the record is bound to", () => {
  expect(consentStateOf(record)).toMatchObject({
    actor: "subject",
    fields: ["mobile-number"],
    purposeHash: purposeHash(register),
    policyVersion: record.notice.hash,
    at: record.at,
    lastAskedAt: record.at,
  });
  expect(consentStateOf(record)).not.toHaveProperty("recipientId");
});

test("the state names the recipient that the act is about, and no kind where the law needs none", () => {
  expect(consentStateOf({ ...record, recipient: "acme" }).recipientId).toBe("acme");
  expect(consentStateOf({ ...record, kind: "none" })).not.toHaveProperty("kind");
});
