import { expect } from "vitest";
import { mayRefuseService } from "./may-refuse-service.ts";
import { need } from "./need.ts";
import { realNameWays } from "./real-name-ways.ts";
import { ask, consentTo, realNameAsk } from "../test-support/asks.ts";
import { type CasesOf, withChange, describeRules } from "../test-support/describe-rules.ts";
import { REAL_NAME_RULES } from "./rules-real-name.ts";

const CASES: CasesOf = {
  "CR-23": {
    "denies plain identity once the network identity has passed": () => {
      const name = realNameAsk({ fields: ["name"] });
      const passed = { waysPassed: ["network-identity"] } as const;
      expect(withChange(name, passed)).toBe("NID_PLAINTEXT CR-23");
      const law = { service: "instant-messaging", documentRequiredBy: "law" } as const;
      expect(withChange({ ...name, realName: law }, passed)).toBe("allowed");
      const consents = [consentTo(name, { kind: "separate" })];
      expect(withChange(name, { ...passed, consents })).toBe("allowed");
      const changed = { ...name, changedSince: ["method"] } as const;
      expect(withChange(changed, { ...passed, consents })).toBe("NID_PLAINTEXT CR-23");
      const child = { ...name, age: 13 };
      expect(withChange(child, { ...passed, consents })).toBe("NID_PLAINTEXT CR-23");
      const refused = [...consents, consentTo(name, { state: "refused" })];
      expect(withChange(name, { ...passed, consents: refused })).toBe("NID_PLAINTEXT CR-23");
    },
  },
  "RN-01": {
    "knows the services of the Cybersecurity Law, and keeps which way was chosen": () => {
      expect(need(realNameAsk())).toMatchObject({
        ruleIds: expect.arrayContaining(["RN-01"]),
        obligations: expect.arrayContaining(["no-service-without-identity"]),
        records: expect.arrayContaining(["choice-of-method"]),
      });
    },
  },
  "RN-02": {
    "knows the services of the Anti-Telecom-Fraud Law, and keeps which way was chosen": () => {
      const games = need(realNameAsk({ legalRef: "ATF 21", realName: { service: "online-games" } }));
      expect(games).toMatchObject({
        ruleIds: expect.arrayContaining(["RN-02"]),
        obligations: expect.arrayContaining(["no-service-without-identity"]),
        records: expect.arrayContaining(["choice-of-method"]),
      });
      expect(games.ruleIds).not.toContain("RN-01");
    },
  },
  "RN-03": {
    "takes any one of the ways": () => {
      expect(need(realNameAsk()).ruleIds).toContain("RN-03");
      expect(withChange(realNameAsk(), {})).toBe("allowed");
      expect(withChange(realNameAsk({ fields: ["credit-code"], soleProprietor: true }), {})).toBe("allowed");
    },
  },
  "RN-04": {
    "says the same for the registration of accounts": () => {
      const registration = realNameAsk({ realName: { service: "information-publishing" } });
      expect(need(registration).ruleIds).toContain("RN-04");
      expect(need(realNameAsk({ realName: { service: "domain-registration" } })).ruleIds).not.toContain(
        "RN-04",
      );
    },
  },
  "RN-05": {
    "takes the identity of a minor or of the guardian": () => {
      expect(need(realNameAsk({ age: 15 })).obligations).toContain("minor-or-guardian-identity");
      expect(need(realNameAsk({ age: 15, realName: { service: "online-games" } })).obligations).toContain(
        "unified-game-check",
      );
      expect(
        need(realNameAsk({ age: 15, realName: { service: "live-stream-publishing" } })).obligations,
      ).toContain("dynamic-check");
      expect(need(realNameAsk()).obligations).not.toContain("minor-or-guardian-identity");
    },
  },
  "RN-06": {
    "denies a real-name duty that no law knows": () => {
      const calculator = realNameAsk({ realName: { service: "calculator" as never } });
      expect(withChange(calculator, {})).toBe("NO_REALNAME_DUTY RN-06");
      expect(need(realNameAsk()).obligations).toContain("open-without-identity");
    },
    "takes the law of a sector where it is cited": () => {
      const bank = realNameAsk({ realName: { service: "sector" }, legalRef: "law on banks" });
      expect(withChange(bank, {})).toBe("allowed");
      expect(withChange({ ...bank, legalRef: "" }, {})).toBe("NO_REALNAME_DUTY RN-06");
    },
  },
  "RN-07": {
    "denies a further way once one has passed": () => {
      const number = realNameAsk({ fields: ["id-document-type"] });
      expect(withChange(number, { waysPassed: ["phone"] })).toBe("ALREADY_VERIFIED RN-07");
      const law = { service: "instant-messaging", documentRequiredBy: "law" } as const;
      expect(withChange({ ...number, realName: law }, { waysPassed: ["phone"] })).toBe("allowed");
    },
    "asks for consent to what goes beyond one way": () => {
      expect(need(realNameAsk()).consent).toBe("none");
      expect(need(realNameAsk({ fields: ["mobile-number", "name"] })).consent).toBe("separate");
      const secret = realNameAsk({ fields: ["mobile-number", "name"], noticeExemptBy: "law" });
      expect(need(secret)).toMatchObject({
        notices: ["N17"],
        records: expect.arrayContaining(["consent"]),
      });
    },
  },
  "RN-08": {
    "keeps the result, and documents only for a law": () => {
      const copy = realNameAsk({ operation: "retain", fields: ["id-document-copy"] });
      expect(withChange(copy, {})).toBe("DOCUMENT_NOT_NEEDED RN-08");
      const law = { service: "instant-messaging", documentRequiredBy: "law" } as const;
      expect(withChange({ ...copy, realName: law }, {})).toBe("allowed");
      expect(need(realNameAsk()).records).toContain("verification-result");
      expect(need(realNameAsk()).obligations).toContain("keep-result-only");
    },
  },
  "RN-09": {
    "keeps the data of identity cards secret": () => {
      expect(need(ask({ fields: ["id-document-copy"] })).obligations).toContain("keep-secret");
      expect(need(ask()).obligations).not.toContain("keep-secret");
    },
  },
  "RN-10": {
    "never lets the network identity be the only way": () => {
      const token = realNameAsk({ fields: ["network-identity-credential"] });
      expect(withChange(token, {})).toBe("allowed");
      expect(withChange(token, { waysOffered: ["network-identity"] })).toBe("NID_ONLY RN-10");
      expect(realNameWays({ service: "instant-messaging", offered: ["network-identity"] })).toMatchObject({
        code: "NID_ONLY",
        ruleId: "RN-10",
      });
      expect(need(token).obligations).toContain("equal-service");
    },
  },
  "RN-11": {
    "names the penalty beside the duty": () => {
      expect(need(realNameAsk()).ruleIds).toContain("RN-11");
      expect(need(realNameAsk({ realName: { service: "online-games" } })).ruleIds).not.toContain("RN-11");
    },
  },
  "RN-12": {
    "lets the listed function be refused, and nothing else": () => {
      const none = { refused: ["mobile-number"], necessary: [], waysLeft: [] } as const;
      expect(mayRefuseService({ ...none, realNameService: "instant-messaging" })).toEqual({
        allowed: true,
        ruleId: "RN-12",
      });
      expect(mayRefuseService({ ...none, realNameService: "browsing" }).allowed).toBe(false);
      expect(need(realNameAsk()).obligations).toContain("refuse-that-function-only");
    },
  },
};

describeRules(REAL_NAME_RULES, CASES);
