import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask, consentTo, evidenceFor } from "../test-support/asks.ts";
import { asks } from "../test-support/random-asks.ts";
import type { Ask } from "./ask.ts";
import { decide } from "./decide.ts";
import type { ConsentEvidence, Evidence } from "./evidence.ts";

const LISTS = ["notices", "named", "agreements", "inPlace", "consents", "necessary", "waysOffered"] as const;
const SINGLES = [
  "assessmentId",
  "exportMechanism",
  "approvalId",
  "alreadyPublic",
  "storedOnlyBecause",
] as const;

/** The evidence without one piece, once for each piece. */
function withoutEach(evidence: Evidence): readonly (readonly [piece: string, rest: Evidence])[] {
  const lists = LISTS.flatMap((list) =>
    (evidence[list] ?? []).map((_item, index) => {
      const rest = (evidence[list] ?? []).filter((_other, at) => at !== index);
      return [`${list} ${index}`, { ...evidence, [list]: rest }] as const;
    }),
  );
  const singles = SINGLES.filter((single) => evidence[single] !== undefined).map((single) => {
    const { [single]: _piece, ...rest } = evidence;
    return [single, rest] as const;
  });
  return [...lists, ...singles];
}

const requiring = fc
  .tuple(asks, fc.boolean())
  .map(([one, isRequired]): Ask => (isRequired ? { ...one, required: one.fields } : one));

const states: fc.Arbitrary<ConsentEvidence["state"]> = fc.constantFrom("refused", "withdrawn");
const acts: fc.Arbitrary<ConsentEvidence["act"]> = fc.constantFrom(
  "handle",
  "provide",
  "publish",
  "transmit-face",
);

describe("decide", () => {
  it("allows on what was asked for, and denies without any piece of it", () => {
    let allowed = 0;
    fc.assert(
      fc.property(requiring, fc.constantFrom("default" as const, "cautious" as const), (one, profile) => {
        const evidence = evidenceFor(one, { profile });
        // Some asks are forbidden whatever is on record, such as marketing to minors.
        if (!decide(one, evidence, { profile }).allowed) return;
        allowed += 1;
        const open = withoutEach(evidence).filter(([, rest]) => decide(one, rest, { profile }).allowed);
        expect(open.map(([piece]) => piece)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(allowed).toBeGreaterThan(500);
  });

  it("is never widened by a refusal", () => {
    let narrowed = 0;
    fc.assert(
      fc.property(asks, fc.record({ state: states, act: acts }), fc.nat(30), (one, { state, act }, at) => {
        const full = evidenceFor(one);
        const [, evidence] = withoutEach(full)[at] ?? ["nothing", full];
        const refusal = consentTo(one, {
          act,
          state,
          ...(act === "provide" ? { recipientId: "acme" } : {}),
        });
        for (const consents of [
          [...(evidence.consents ?? []), refusal],
          [refusal, ...(evidence.consents ?? [])],
        ]) {
          const before = decide(one, evidence).allowed;
          const after = decide(one, { ...evidence, consents }).allowed;
          if (before && !after) narrowed += 1;
          expect(after && !before).toBe(false);
        }
      }),
      { numRuns: 3000 },
    );
    expect(narrowed).toBeGreaterThan(50);
  });

  it("denies a consent to less than all fields, and names the rest", () => {
    const both = ask({ fields: ["gender", "age"] });
    const part = consentTo({ ...both, fields: ["age"] });
    expect(decide(both, { ...evidenceFor(both), consents: [part] })).toEqual({
      allowed: false,
      code: "SCOPE_EXCEEDED",
      ruleId: "CR-02",
      message: "the consent does not cover these fields",
      fields: ["gender"],
    });
    const rest = consentTo({ ...both, fields: ["gender"] });
    expect(decide(both, { ...evidenceFor(both), consents: [part, rest] }).allowed).toBe(true);
  });

  it("denies an expired consent, and lets a new one stand beside it", () => {
    const expired = consentTo(ask(), { state: "expired" });
    expect(decide(ask(), { ...evidenceFor(ask()), consents: [expired] })).toMatchObject({
      code: "CONSENT_EXPIRED",
    });
    expect(decide(ask(), { ...evidenceFor(ask()), consents: [expired, consentTo(ask())] }).allowed).toBe(
      true,
    );
  });

  it("does not take a consent of another purpose", () => {
    const other = consentTo(ask(), { purposeId: "other" });
    expect(decide(ask(), { ...evidenceFor(ask()), consents: [other] })).toMatchObject({
      code: "CONSENT_MISSING",
    });
  });

  it("keeps the acts about two recipients apart", () => {
    const share = ask({ operation: "share", recipients: [{ id: "acme", role: "handler" }] });
    const provide = { act: "provide", kind: "separate" } as const;
    const own = consentTo(share, { ...provide, recipientId: "acme" });
    const other = consentTo(share, { ...provide, recipientId: "hub" });
    const verdictOn = (consents: readonly ConsentEvidence[]) =>
      decide(share, { ...evidenceFor(share), consents });
    expect(verdictOn([own, { ...other, state: "refused" }]).allowed).toBe(true);
    expect(verdictOn([own, { ...own, state: "refused" }])).toMatchObject({ code: "CONSENT_REFUSED" });
    expect(decide(ask(), { ...evidenceFor(ask()), consents: [other] })).toMatchObject({
      code: "CONSENT_MISSING",
    });
  });

  it("hands over the duties that go with an allowed handling", () => {
    expect(decide(ask(), evidenceFor(ask()))).toMatchObject({
      allowed: true,
      need: { records: ["consent", "refusal"] },
    });
  });

  it.each([
    ["no ask at all", undefined, "ASK_INVALID"],
    ["an operation that is not known", { operation: "sell" }, "ASK_INVALID"],
    ["a basis that is not known", { basis: "13.8" }, "ASK_INVALID"],
    ["a purpose without a name", { purposeId: "" }, "ASK_INVALID"],
    ["an age that is not a number", { age: Number.NaN }, "ASK_INVALID"],
    ["an age below nought", { age: -1 }, "ASK_INVALID"],
    ["an age as a text", { age: "30" }, "ASK_INVALID"],
    ["no fields", { fields: [] }, "ASK_INVALID"],
    ["fields that are no list", { fields: "gender" }, "ASK_INVALID"],
    ["a change that is not known", { changedSince: ["wording"] }, "ASK_INVALID"],
    ["a law that is no text", { legalRef: 26 }, "ASK_INVALID"],
    ["a flag as a text", { childDirected: "no" }, "ASK_INVALID"],
    ["a field that is no field", { fields: ["shoe-size"] }, "FIELD_UNKNOWN"],
    ["an own field without a label", { fields: ["app:nickname"] }, "FIELD_UNKNOWN"],
    ["a role that is not known", { recipients: [{ id: "acme", role: "partner" }] }, "RECIPIENT_UNKNOWN"],
    ["a recipient without a name", { recipients: [{ id: "", role: "handler" }] }, "RECIPIENT_UNKNOWN"],
    ["a recipient that is none", { recipients: [null] }, "RECIPIENT_UNKNOWN"],
  ])("denies %s", (_what, parts, code) => {
    // As plain JavaScript would hand it over.
    const strange = (parts === undefined ? undefined : { ...ask(), ...parts }) as Ask;
    expect(decide(strange, evidenceFor(ask()))).toMatchObject({ allowed: false, code });
  });

  it.each([
    ["no evidence at all", undefined],
    ["a notice as a text", { notices: "N17" }],
    ["a consent without fields", { consents: [{ ...consentTo(ask()), fields: "gender" }] }],
    ["a consent that is none", { consents: [null] }],
    ["a consent in a state that is not known", { consents: [consentTo(ask(), { state: "ok" as never })] }],
    ["a consent of a kind that is not known", { consents: [consentTo(ask(), { kind: "any" as never })] }],
  ])("takes %s for nothing", (_what, parts) => {
    // As plain JavaScript would hand it over.
    const strange = (parts === undefined ? undefined : { ...evidenceFor(ask()), ...parts }) as Evidence;
    expect(decide(ask(), strange).allowed).toBe(false);
  });

  it("refuses a profile that is not known", () => {
    expect(() => decide(ask(), {}, { profile: "strict" as never })).toThrow("profile");
  });
});
