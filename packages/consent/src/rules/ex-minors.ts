/** Children under 14 and minors under 18 (PIPL 31; Minors Regulation 24, 32). */
import { defineRule } from "./define-rule.ts";
import { consentOf, needsConsent } from "./facts.ts";
import { mayWithhold } from "./may-withhold.ts";
import type { Finding, Rule, RuleContext } from "./model.ts";
import { isChild, isMinor } from "./people.ts";

const GUARDIAN_REQUIRED: Finding = {
  code: "GUARDIAN_REQUIRED",
  message: "under 14 a parent or guardian decides",
};

/** PIPL 31; NDSR 22(3); Children Provisions 8-10. */
const guardianDecides = defineRule("EX-02", (event, context) => {
  const isOnConsent = needsConsent(event, context);
  if (event.type === "consent.decision") {
    const isDue = event.choice === "give" && isOnConsent && isChild(context);
    return isDue && event.actor !== "guardian" ? GUARDIAN_REQUIRED : undefined;
  }
  const { actor } = isOnConsent ? consentOf(event, context) : {};
  if (!isChild(context)) return actor === "guardian" ? ownConsentDue(context) : undefined;
  return isOnConsent && actor !== "guardian" ? GUARDIAN_REQUIRED : childRulesMissing(context);
});

/** What a guardian said for a child ends with the 14th birthday; that reading is ours. */
function ownConsentDue({ subject }: RuleContext): Finding | undefined {
  if (typeof subject?.age !== "number") return undefined;
  return { code: "OWN_CONSENT_REQUIRED", message: "the guardian's consent ended with the 14th birthday" };
}

function childRulesMissing({ manifest, notice }: RuleContext): Finding | undefined {
  if (manifest?.policy?.hasChildRules !== true) {
    return { code: "CHILD_RULES_MISSING", message: "the policy has no rules of its own for children" };
  }
  return notice?.complete?.includes("N-CHILD") === true
    ? undefined
    : { code: "CHILD_NOTICE_INCOMPLETE", message: "the notice lacks what guardians must be told" };
}

/** Minors Regulation 24(3), 32. The basic function stays open, also after a withdrawal. */
const minorsAreSpared = defineRule("EX-14", (event, context) => {
  if (!isMinor(context)) return undefined;
  if (event.type === "service.refuse") return mayWithhold(event, context) ? undefined : REFUSAL_NOT_ALLOWED;
  return event.commercial === true
    ? { code: "MINOR_MARKETING", message: "no commercial push by automated decision to minors" }
    : undefined;
});

const REFUSAL_NOT_ALLOWED: Finding = {
  code: "REFUSAL_NOT_ALLOWED",
  message: "the service does not need what the minor or the guardian refused",
};

export const EX_MINORS: readonly Rule[] = [guardianDecides, minorsAreSpared];
