import { type Field, KNOWN_FIELDS } from "@shiming/contract";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateAnything, EVENT_TYPES } from "../test-support/evaluate-anything.ts";
import { collect, NOW, permission, share, world, type WorldChanges } from "../test-support/rule-world.ts";
import { evaluate } from "./evaluate.ts";
import type { RuleEvent } from "./event.ts";
import type { ConsentState, RuleContext } from "./model.ts";

const STATES = ["none", "requested", "given", "refused", "withdrawn", "expired"] as const;

/** Objects that have the names of the model and anything for values, so that rules get far before they stumble. */
const anyContext: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything(),
  fc.record(
    {
      manifest: fc.anything(),
      notice: fc.anything(),
      subject: fc.anything(),
      consent: fc.oneof(fc.func(fc.anything()), fc.anything()),
      history: fc.anything(),
      now: fc.oneof(
        fc.constant(() => NOW),
        fc.anything(),
      ),
    },
    { requiredKeys: [] },
  ),
);

const anyEvent: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything(),
  fc.record(
    {
      type: fc.constantFrom(...EVENT_TYPES),
      fields: fc.anything(),
      purpose: fc.anything(),
      permissions: fc.anything(),
      recipient: fc.anything(),
      open: fc.anything(),
      rationale: fc.anything(),
      at: fc.anything(),
    },
    { requiredKeys: ["type"] },
  ),
);

const fields = fc.uniqueArray(fc.constantFrom<Field>(...KNOWN_FIELDS), { maxLength: 3 });

const soundEvent: fc.Arbitrary<RuleEvent> = fc.oneof(
  fields.map((some) => collect(some)),
  fields.map((some) => share(some)),
  fields.map((some) => ({ ...share(some), path: "server" }) as const),
  fc.constantFrom("CAMERA", "LOCATION", "READ_CONTACTS").map((name) => permission([name])),
  fields.map((some) => ({ type: "network.send", purpose: "sign-in", fields: some }) as const),
  fields.map((some) => ({ type: "publish", purpose: "sign-in", fields: some }) as const),
  fields.map((some) => ({ type: "consent.request", purpose: "sign-in", fields: some }) as const),
  fields.map((some) => ({ type: "service.refuse", purpose: "sign-in", fields: some }) as const),
  fields.map((some) => ({ type: "retain", purpose: "sign-in", fields: some, collectedAt: NOW }) as const),
  fc.constant({ type: "push.targeted" } as const),
  fc.constant({
    type: "verify.face",
    purpose: "sign-in",
    fields: ["face-image"],
    options: ["face", "sms"],
  } as const),
);

/** Worlds in which some things are as they should be and some are not. */
const changes = fc.record(
  {
    purpose: fc.constantFrom({}, { basis: "13.3", legalRef: "CSL 26" } as const, { basis: "13.3" } as const),
    notice: fc.constantFrom({}, { presentation: "link" } as const, { policyHash: "other" }),
    subject: fc.constantFrom({}, { age: 13 }, { age: "unknown", childDirected: true } as const),
    consent: fc.record({
      state: fc.constantFrom(...STATES),
      kind: fc.constantFrom("general", "separate", "written"),
      actor: fc.constantFrom("subject", "guardian"),
      lastAskedAt: fc.constantFrom("2026-06-10T00:00:00Z", "2026-06-15T07:59:00Z"),
    }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<WorldChanges>;

function refused(state: ConsentState | undefined): ConsentState {
  return { ...state, state: "refused" };
}

describe("for any input, evaluate", () => {
  test("never throws and always answers, for any event and any context", () => {
    fc.assert(
      fc.property(anyEvent, anyContext, (event, context) => {
        const { allowed, verdicts } = evaluateAnything(event, context);
        expect(allowed).toBeTypeOf("boolean");
        for (const { code, message } of verdicts) {
          expect(code).toMatch(/^[A-Z_]+$/);
          expect(message).toBeTypeOf("string");
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("never turns a denial into an allowance when a refusal is added", () => {
    fc.assert(
      fc.property(soundEvent, changes, fc.boolean(), (event, change, targetingOff) => {
        const before = world(event, change);
        const after: RuleContext = {
          ...before,
          consent: (query) => refused(before.consent?.(query)),
          ...(before.subject && { subject: { ...before.subject, targetingOff } }),
        };
        fc.pre(!evaluate(event, before).allowed);
        expect(evaluate(event, after).allowed).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(STATES.filter((state) => state !== "given"))(
    "lets no data through on a consent that is %s",
    (state) => {
      fc.assert(
        fc.property(fields, (some) => {
          const event = collect(some);
          expect(evaluate(event, world(event, { consent: { state } })).allowed).toBe(false);
        }),
      );
    },
  );
});
