import { expect } from "vitest";
import { mayAskAgain } from "./may-ask-again.ts";
import { mayRefuseService } from "./may-refuse-service.ts";
import { need } from "./need.ts";
import { ask, consentTo } from "../test-support/asks.ts";
import { type CasesOf, withChange, describeRules } from "../test-support/describe-rules.ts";
import { AFTERWARDS_RULES } from "./rules-afterwards.ts";

const CASES: CasesOf = {
  "CR-18": {
    "stops at a withdrawal, whatever other consent is on record": () => {
      const withdrawn = consentTo(ask(), { state: "withdrawn" });
      expect(withChange(ask(), { consents: [withdrawn, consentTo(ask())] })).toBe("CONSENT_WITHDRAWN CR-18");
      expect(need(ask()).obligations).toContain("stop-on-withdrawal");
    },
    "lets data be stored and protected where deletion has to wait": () => {
      const retain = ask({ operation: "retain" });
      const change = { consents: [consentTo(retain, { state: "withdrawn" })], storedOnlyBecause: "CSL 23" };
      expect(withChange(retain, change)).toBe("allowed");
      expect(withChange({ ...retain, operation: "use" }, change)).toBe("CONSENT_WITHDRAWN CR-18");
    },
  },
  "CR-19": {
    "denies a consent that the service is made to depend on without need": () => {
      const forced = ask({ fields: ["mobile-number", "gender"], required: ["mobile-number", "gender"] });
      expect(withChange(forced, { necessary: ["mobile-number"] })).toBe("REFUSAL_NOT_ALLOWED CR-19");
      expect(withChange(forced, {})).toBe("allowed");
      expect(mayRefuseService({ refused: ["gender"], necessary: [] }).allowed).toBe(false);
    },
  },
  "CR-21": {
    "keeps a refusal, and asks again after 48 hours at the earliest": () => {
      expect(need(ask()).records).toContain("refusal");
      expect(need(ask()).obligations).toContain("no-frequent-asking");
      expect(withChange(ask(), { consents: [consentTo(ask(), { state: "refused" })] })).toBe(
        "CONSENT_REFUSED CR-02",
      );
      expect(mayAskAgain({ lastAskedAt: 0, now: 3_600_000 })).toMatchObject({ code: "REASK_TOO_SOON" });
    },
  },
  "CR-22": {
    "lets surplus data be stored until they are deleted, and nothing else": () => {
      const surplus = ask({ operation: "retain", surplus: true });
      expect(need(surplus).obligations).toContain("delete-or-store-only");
      expect(withChange(surplus, {})).toBe("allowed");
      expect(withChange({ ...surplus, operation: "use" }, {})).toBe("SURPLUS_DATA CR-22");
      expect(withChange(surplus, { storedOnlyBecause: "" })).toBe("SURPLUS_DATA CR-22");
    },
  },
};

describeRules(AFTERWARDS_RULES, CASES);
