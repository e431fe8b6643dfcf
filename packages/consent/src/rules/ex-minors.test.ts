import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";
import { collect } from "../test-support/rule-world.ts";

const BY_LAW = { basis: "13.3", legalRef: "网络安全法 26" } as const;

describe("EX-02", () => {
  const decision = {
    type: "consent.decision",
    choice: "refuse",
    initialState: "unchecked",
    act: "no",
    actor: "user",
  } as const;

  it("lets a child say no", () => {
    expect(codeOf("EX-02", decision, { subject: { age: 9 } })).toBeUndefined();
    expect(codeOf("EX-02", { ...decision, choice: "give" }, { subject: { age: 9 } })).toBe(
      "GUARDIAN_REQUIRED",
    );
  });

  it("asks for the children's rules on every basis", () => {
    const changes = { subject: { age: 9 }, purpose: BY_LAW, policy: { hasChildRules: false } };
    expect(codeOf("EX-02", collect(["gender"]), changes)).toBe("CHILD_RULES_MISSING");
  });

  it("does not guess an age where the service is for everybody", () => {
    expect(codeOf("EX-02", collect(["gender"]), { subject: { age: "unknown" } })).toBeUndefined();
  });
});

describe("EX-14", () => {
  it("lets a function be withheld that a law opens to identified persons alone", () => {
    const event = { type: "service.refuse", purpose: "real-name", fields: ["id-document-number"] } as const;
    expect(codeOf("EX-14", event, { subject: { age: 16 }, purpose: BY_LAW })).toBeUndefined();
    expect(codeOf("EX-14", event, { subject: { age: 16 } })).toBe("REFUSAL_NOT_ALLOWED");
  });
});
