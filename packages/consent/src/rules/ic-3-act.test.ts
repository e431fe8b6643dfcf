import { describe, expect, test } from "vitest";
import { findings } from "../test-support/findings.ts";
import { collect, MANIFEST_CHECK, NOW, world } from "../test-support/rule-world.ts";
import type { EventOf } from "./event.ts";

const phone = collect(["mobile-number"]);

describe("IC-3-4", () => {
  const decision: EventOf<"consent.decision"> = {
    type: "consent.decision",
    choice: "give",
    initialState: "unchecked",
    act: "press-agree",
    actor: "user",
  };

  test.each(["tick-then-confirm", "press-agree", "type", "speak", "signature"])("takes %s", (act) => {
    expect(findings("IC-3-4", { ...decision, act }, world(decision))).toEqual([]);
  });

  test.each<[string, Partial<EventOf<"consent.decision">>, readonly string[]]>([
    ["an act of the app", { actor: "app" }, ["NOT_EXPRESS"]],
    ["silence", { act: "silence" }, ["NOT_EXPRESS"]],
    ["an act of a guardian", { actor: "guardian" }, []],
    ["a refusal in any form", { choice: "refuse", initialState: "checked", act: "close" }, []],
  ])("judges %s", (_what, change, codes) => {
    expect(findings("IC-3-4", { ...decision, ...change }, world(decision))).toEqual(codes);
  });
});

describe("IC-3-7", () => {
  const rationale = { purposeId: "sign-in", text: "To sign you in", shownAt: NOW };
  const ask = { type: "consent.request", purpose: "sign-in", fields: ["name"] } as const;

  test("asks a request to say what it is for, in the words of the manifest", () => {
    const declared = { ...ask, rationale: { ...rationale, textHash: "text-1" } };
    const changed = { ...ask, rationale: { ...rationale, textHash: "text-2" } };
    expect(findings("IC-3-7", ask, world(ask))).toEqual(["PURPOSE_NOT_STATED"]);
    expect(findings("IC-3-7", declared, world(ask))).toEqual([]);
    expect(findings("IC-3-7", changed, world(ask))).toEqual(["TEXT_MISMATCH"]);
  });

  test("compares what is told when data are read, and leaves untold reading to IC-2-3", () => {
    const { rationale: _none, ...untold } = phone;
    expect(findings("IC-3-7", untold, world(untold))).toEqual([]);
    const other = collect(["name"], { rationale: { ...rationale, purposeId: "prize" } });
    expect(findings("IC-3-7", other, world(other))).toEqual(["PURPOSE_MISMATCH"]);
  });
});

describe("IC-3-8", () => {
  test.each([
    ["an empty path", { path: "" }, ["NO_WITHDRAWAL"]],
    ["a call to the staff", { path: "/help", needsStaff: true }, ["WITHDRAWAL_NEEDS_STAFF"]],
    ["more steps than saying yes", { path: "/consents", steps: 3 }, ["WITHDRAWAL_HARDER"]],
    ["as many steps as saying yes", { path: "/consents", steps: 2 }, []],
  ])("judges a way back with %s", (_what, withdrawal, codes) => {
    expect(findings("IC-3-8", MANIFEST_CHECK, world(phone, { purpose: { withdrawal } }))).toEqual(codes);
  });

  test("asks for no way back from what a law asks for", () => {
    const purpose = { basis: "13.3", legalRef: "CSL 26", withdrawal: { path: "" } } as const;
    expect(findings("IC-3-8", MANIFEST_CHECK, world(phone, { purpose }))).toEqual([]);
  });

  test("tells what was wrong with a withdrawal that took effect all the same", () => {
    const withdraw = { type: "consent.withdraw", purpose: "sign-in", steps: 5 } as const;
    expect(findings("IC-3-8", withdraw, world(withdraw))).toEqual(["WITHDRAWAL_HARDER"]);
  });
});
