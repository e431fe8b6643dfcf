import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";
import { findings } from "../test-support/findings.ts";
import { MANIFEST_CHECK, NOW, world } from "../test-support/rule-world.ts";
import type { Assessment } from "./manifest.ts";

/** On file for everything but the face. */
const OTHERS = (world(MANIFEST_CHECK).manifest?.assessments ?? []).filter(
  ({ operation }) => operation !== "face",
);

function withFaceOn(date: string): readonly Assessment[] {
  return [...OTHERS, { operation: "face", id: "pia-face", date }];
}

describe("EX-15 and EX-18", () => {
  it("ask nothing of an app that personalises nothing and holds nothing", () => {
    const { personalisation: _none, ...manifest } = world(MANIFEST_CHECK).manifest ?? {};
    const bare = { ...world(MANIFEST_CHECK), manifest: { ...manifest, assessments: [] } };
    expect(findings("EX-15", MANIFEST_CHECK, bare)).toEqual([]);
    expect(findings("EX-18", MANIFEST_CHECK, bare)).toEqual([]);
  });

  it("ask an app that personalises, declared or not", () => {
    const { personalisation: _none, ...manifest } = world(MANIFEST_CHECK).manifest ?? {};
    const personal = {
      ...manifest,
      purposes: [{ id: "sign-in" }, { id: "feed", kind: "algorithm-recommendation" }],
    };
    const context = { ...world(MANIFEST_CHECK), manifest: { ...personal, assessments: [] } };
    expect(findings("EX-15", MANIFEST_CHECK, context)).toEqual(["PERSONALISATION_SWITCH_MISSING"]);
    expect(findings("EX-18", MANIFEST_CHECK, context)).toEqual(["ASSESSMENT_MISSING"]);
  });

  it("ask for an assessment of the export where a recipient is abroad", () => {
    const { assessments = [] } = world(MANIFEST_CHECK).manifest ?? {};
    const others = assessments.filter(({ operation }) => operation !== "cross-border");
    const processor = { id: "acme", role: "processor" } as const;
    const abroad = { assessments: others, recipients: [{ ...processor, outsideMainland: true }] };
    expect(codeOf("EX-18", MANIFEST_CHECK, { manifest: abroad })).toBe("ASSESSMENT_MISSING");
    const atHome = { assessments: others, recipients: [processor] };
    expect(codeOf("EX-18", MANIFEST_CHECK, { manifest: atHome })).toBeUndefined();
  });

  it.each([
    { purposes: [{ id: "sign-in" }, { id: "ranking", kind: "publish" }], operation: "publish" },
    { items: [{ purpose: "sign-in", field: "face-image" }], operation: "face" },
  ] as const)("ask for an assessment of $operation", ({ operation, ...manifest }) => {
    const { assessments = [] } = world(MANIFEST_CHECK).manifest ?? {};
    const others = assessments.filter((each) => each.operation !== operation);
    expect(codeOf("EX-18", MANIFEST_CHECK, { manifest: { ...manifest, assessments: others } })).toBe(
      "ASSESSMENT_MISSING",
    );
    expect(codeOf("EX-18", MANIFEST_CHECK, { manifest: { assessments: others } })).toBeUndefined();
  });

  it("has no need of an assessment of the face for another field", () => {
    const items = [{ purpose: "sign-in", field: "gender" }] as const;
    expect(codeOf("EX-18", MANIFEST_CHECK, { manifest: { items, assessments: OTHERS } })).toBeUndefined();
  });

  it("take an assessment of this very moment, and none that is still to come", () => {
    const items = [{ purpose: "sign-in", field: "face-image" }] as const;
    expect(
      codeOf("EX-18", MANIFEST_CHECK, { manifest: { items, assessments: withFaceOn(NOW) } }),
    ).toBeUndefined();
    const toCome = { items, assessments: withFaceOn("2026-06-16") };
    expect(codeOf("EX-18", MANIFEST_CHECK, { manifest: toCome })).toBe("ASSESSMENT_MISSING");
  });

  it("take an assessment without a day for none, also where nothing tells the time", () => {
    const { now: _now, ...timeless } = world(MANIFEST_CHECK);
    const dated = (date: string) => {
      const assessments = [{ operation: "automated-decision", id: "pia-1", date }] as const;
      return { ...timeless, manifest: { ...timeless.manifest, assessments } };
    };
    expect(findings("EX-18", MANIFEST_CHECK, dated("soon"))).toEqual(["ASSESSMENT_MISSING"]);
    expect(findings("EX-18", MANIFEST_CHECK, dated("2026-01-05"))).toEqual([]);
    const nameless = [{ operation: "automated-decision", id: "", date: "2026-01-05" }] as const;
    const { now = () => "" } = world(MANIFEST_CHECK);
    const manifest = { ...timeless.manifest, assessments: nameless };
    expect(findings("EX-18", MANIFEST_CHECK, { ...timeless, now, manifest })).toEqual(["ASSESSMENT_MISSING"]);
  });

  it.each([
    { role: "processor", operation: "entrust" },
    { role: "handler", operation: "share" },
    { role: "joint", operation: "share" },
    { role: "third-party-app", operation: "share" },
  ] as const)("ask for an assessment of $operation before a $role gets data", ({ role, operation }) => {
    const { assessments = [] } = world(MANIFEST_CHECK).manifest ?? {};
    const recipients = [{ id: "acme", role }];
    const others = assessments.filter((each) => each.operation !== operation);
    expect(codeOf("EX-18", MANIFEST_CHECK, { manifest: { recipients, assessments } })).toBeUndefined();
    expect(codeOf("EX-18", MANIFEST_CHECK, { manifest: { recipients, assessments: others } })).toBe(
      "ASSESSMENT_MISSING",
    );
  });
});
