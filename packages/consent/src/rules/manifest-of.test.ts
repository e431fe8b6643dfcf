import { fakeClock } from "@shiming/contract-tests";
import { describe, expect, test } from "vitest";
import { definePurpose, type Purpose } from "../purpose.ts";
import { plainParts, register, text } from "../test-support/community.ts";
import { collect, world } from "../test-support/rule-world.ts";
import { decide, service } from "../test-support/services.ts";
import { consentStateOf } from "./consent-state-of.ts";
import { evaluate } from "./evaluate.ts";
import type { ConsentState, RuleContext } from "./model.ts";
import { manifestOf } from "./manifest-of.ts";

/** The user opens an account. */
const signUp = collect(["mobile-number"], { purpose: "register", featureId: "register" });

/** What the defined purposes and a record say, in a world that is sound otherwise. */
function contextOf(purpose: Purpose, consent: ConsentState): RuleContext {
  const sound = world(signUp);
  const { policy, ...further } = { ...sound.manifest, ...manifestOf([purpose]) };
  const time = consent.at ?? sound.now?.() ?? "";
  return {
    ...sound,
    manifest: { ...further, ...(policy && { policy: { ...policy, purposesCovered: ["register"] } }) },
    notice: { ...sound.notice, presentedAt: time },
    consent: () => consent,
    now: () => time,
  };
}

function codes(purpose: Purpose, consent: ConsentState, event: typeof signUp = signUp): readonly string[] {
  const context = contextOf(purpose, consent);
  return evaluate(event, context).verdicts.map(({ ruleId, code }) => `${ruleId} ${code}`);
}

describe("a purpose and its record", () => {
  test("are enough for the rules about data and consent", async () => {
    const { consent } = service({ clock: fakeClock() });
    const given = consentStateOf(await decide(consent, register));
    expect(codes(register, given)).toEqual([]);
  });

  test("deny an optional field that the person left out", async () => {
    const { consent } = service({ clock: fakeClock() });
    const given = consentStateOf(await decide(consent, register));
    const more = collect(["mobile-number", "gender"], { purpose: "register", featureId: "register" });
    expect(codes(register, given, more)).toContain("IC-3-3 SCOPE_EXCEEDED");
  });

  test("deny after a refusal, after a withdrawal and before any act", async () => {
    const { consent } = service({ clock: fakeClock() });
    const refused = consentStateOf(await decide(consent, register, { decision: "refused" }));
    expect(codes(register, refused)).toContain("IC-3-2 CONSENT_REFUSED");
    const given = consentStateOf(await decide(consent, register));
    expect(codes(register, { ...given, state: "withdrawn" })).toContain("IC-3-1 CONSENT_WITHDRAWN");
    expect(codes(register, consentStateOf(undefined))).toContain("IC-3-1 CONSENT_MISSING");
  });

  test("ask again for a purpose that has changed", async () => {
    const { consent } = service({ clock: fakeClock() });
    const given = consentStateOf(await decide(consent, register));
    expect(codes({ ...register, version: 2 }, given)).toContain("EX-05 RECONSENT");
  });
});

describe("manifestOf", () => {
  test("declares basis, law, recipients and assessment as the purpose has them", () => {
    const purpose = definePurpose({
      ...plainParts,
      id: "real-name",
      required: ["id-document-number"],
      basis: { article: "13.3", legalRef: "网络安全法 26" },
      realName: { service: "instant-messaging" },
      assessment: { id: "pia-7", date: "2026-01-05" },
      recipients: [
        {
          id: "abroad",
          name: text("Abroad", "境外公司"),
          contact: "a@b.example",
          role: "handler",
          outsideMainland: true,
        },
      ],
    });
    const manifest = manifestOf([purpose]);
    expect(manifest.purposes).toMatchObject([
      { id: "real-name", kind: "real-name", basis: "13.3", legalRef: "网络安全法 26" },
    ]);
    expect(manifest.items).toMatchObject([{ field: "id-document-number", recipients: ["abroad"] }]);
    expect(manifest.recipients).toMatchObject([{ id: "abroad", role: "handler", outsideMainland: true }]);
    expect(manifest.assessments.map(({ operation }) => operation)).toEqual([
      "sensitive",
      "share",
      "cross-border",
    ]);
    expect(manifest.realName.serviceKinds).toEqual(["instant-messaging"]);
    expect(manifest.features).toMatchObject([{ id: "real-name", basic: true }]);
  });
});
