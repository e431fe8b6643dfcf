import { describe, expect, it } from "vitest";
import { ask, evidenceFor, realNameAsk } from "../test-support/asks.ts";
import { decide } from "./decide.ts";
import { mayRefuseService } from "./may-refuse-service.ts";
import { need } from "./need.ts";
import { realNameWays } from "./real-name-ways.ts";

const label = () => ({ en: "Verification log", zh: "核验日志", sensitive: false }) as const;

/** The cases that an app with a real-name check meets. */
describe("a phone check at registration of a messaging service", () => {
  it("takes no consent, and no name beside the phone", () => {
    expect(need(realNameAsk())).toMatchObject({
      consent: "none",
      actor: "none",
      notices: ["N17"],
      impactAssessment: false,
    });
    const name = realNameAsk({ fields: ["mobile-number", "name"] });
    expect(need(name).consent).toBe("separate");
  });
});

describe("a check of name and ID number for the same service, chosen by the user", () => {
  const check = realNameAsk({ fields: ["name", "id-document-number"] });

  it("takes a separate consent by default, and an assessment", () => {
    expect(need(check)).toMatchObject({ consent: "separate", impactAssessment: true });
    expect(need(check).acts).toEqual([{ act: "handle", kind: "separate", ruleId: "RN-07" }]);
    expect(decide(check, { ...evidenceFor(check), consents: [] })).toMatchObject({
      code: "CONSENT_MISSING",
      ruleId: "RN-07",
    });
  });

  it("takes none where the app reads the law so", () => {
    const profile = {
      idNumberSensitive: true,
      separateConsentForIdNumberOnLegalDuty: false,
      legalBasisStillAsks: false,
      reaskAfterHours: 48,
      draftRules: false,
    };
    expect(need(check, { profile })).toMatchObject({ consent: "none", impactAssessment: true });
  });
});

describe("a check of name and ID number for a service without a real-name duty", () => {
  const check = ask({ fields: ["name", "id-document-number"] });

  it("stands on a separate consent", () => {
    expect(need(check)).toMatchObject({ consent: "separate", notices: ["N17", "N30"] });
    expect(decide(check, evidenceFor(check)).allowed).toBe(true);
  });

  it("is optional: the basic function cannot be refused for it", () => {
    expect(mayRefuseService({ refused: check.fields, necessary: ["mobile-number"] })).toMatchObject({
      allowed: false,
      code: "REFUSAL_NOT_ALLOWED",
      ruleId: "CR-19",
    });
    const required = { ...check, required: check.fields };
    expect(decide(required, { ...evidenceFor(required), necessary: [] })).toMatchObject({
      code: "REFUSAL_NOT_ALLOWED",
    });
  });
});

describe("the opening of a bank account", () => {
  it("takes no consent where the law of the sector is cited", () => {
    const fields = ["name", "id-document-number", "id-document-copy"] as const;
    const bank = ask({ fields, basis: "13.3", legalRef: "law on banks", realName: { service: "sector" } });
    expect(need(bank)).toMatchObject({ consent: "none", impactAssessment: true });
    expect(decide(bank, evidenceFor(bank)).allowed).toBe(true);
    expect(need({ ...bank, legalRef: "" }).consent).toBe("separate");
  });
});

describe("a comparison of faces", () => {
  const face = ask({ operation: "face-verify", fields: ["face-image"] });

  it("takes a separate consent, an assessment and another way", () => {
    expect(need(face)).toMatchObject({ consent: "separate", impactAssessment: true });
    expect(need(face).notices).toEqual(["N17", "N30", "N-FACE"]);
    expect(decide(face, { ...evidenceFor(face), waysOffered: ["face"] })).toMatchObject({
      code: "FACE_ONLY",
    });
  });

  it("takes a further consent to leave the device", () => {
    expect(need(face).acts.map(({ act }) => act)).toEqual(["handle", "transmit-face"]);
    const onlyHandling = evidenceFor(face).consents?.filter(({ act }) => act === "handle") ?? [];
    expect(decide(face, { ...evidenceFor(face), consents: onlyHandling })).toMatchObject({
      code: "FACE_TRANSMIT",
    });
  });
});

describe("a check of a company", () => {
  it("takes nothing for the code and the name, and more for its people", () => {
    const company = ask({ fields: ["credit-code", "entity-name"] });
    expect(need(company).consent).toBe("none");
    expect(decide(company, {}).allowed).toBe(true);
    expect(need({ ...company, fields: ["credit-code", "legal-representative-id-number"] }).consent).toBe(
      "separate",
    );
    expect(need({ ...company, soleProprietor: true }).consent).toBe("general");
  });
});

describe("a token of the network identity", () => {
  const token = realNameAsk({ fields: ["network-identity-credential"] });

  it("keeps the choice and the result, and offers another way and the same service", () => {
    expect(need(token)).toMatchObject({ consent: "none" });
    expect(need(token).records).toEqual(expect.arrayContaining(["choice-of-method", "verification-result"]));
    expect(need(token).obligations).toEqual(expect.arrayContaining(["result-only", "equal-service"]));
    expect(realNameWays({ service: "instant-messaging", offered: ["network-identity"] })).toMatchObject({
      code: "NID_ONLY",
    });
  });

  it("takes the guardian under 14 where consent is the basis", () => {
    expect(need(ask({ fields: token.fields, age: 13 })).actor).toBe("guardian");
  });
});

describe("a new check on suspicion of fraud", () => {
  it("takes no consent", () => {
    const fields = ["name", "id-document-number"] as const;
    const again = ask({ fields, basis: "13.3", legalRef: "Anti-Telecom-Fraud Law 22" });
    expect(need(again)).toMatchObject({ consent: "none", notices: ["N17", "N30"] });
    expect(decide(again, evidenceFor(again)).allowed).toBe(true);
  });
});

describe("a verification log sent to a head office abroad", () => {
  it("takes a separate consent, the notice on the recipient and a channel by the count of the year", () => {
    const recipients = [{ id: "head-office", role: "handler", outsideMainland: true }] as const;
    const log = ask({ operation: "share", fields: ["app:verification-log"], recipients });
    const exporting = { counts: { ordinary: 100_000, sensitive: 0 } };
    expect(need(log, { label, exporting })).toMatchObject({
      consent: "separate",
      notices: ["N17", "N23", "N39"],
      impactAssessment: true,
      mechanisms: ["standard-contract", "certification"],
    });
  });
});

describe("a parent who verifies a child under 14", () => {
  it("takes the separate consent of the guardian, and is a purpose of their own beside it", () => {
    const child = ask({ fields: ["name", "id-document-number"], age: 9 });
    expect(need(child)).toMatchObject({ consent: "separate", actor: "guardian" });
    expect(need(child).notices).toEqual(["N17", "N30", "N-CHILD"]);
    const parent = { ...child, purposeId: "guardian", age: 40 };
    expect(decide(parent, evidenceFor(child))).toMatchObject({ code: "CONSENT_MISSING" });
  });
});
