import type { Ask } from "../law/ask.ts";
import { isAtLeast } from "../law/combine.ts";
import type { ConsentEvidence, Evidence } from "../law/evidence.ts";
import { need } from "../law/need.ts";
import type { Need } from "../law/need-model.ts";
import { isBefore } from "../law/obligations.ts";
import type { NeedOptions } from "../law/situation.ts";

/** An adult is asked for something ordinary, on consent. */
export function ask(parts: Partial<Ask> = {}): Ask {
  return { operation: "collect", purposeId: "p", fields: ["gender"], basis: "13.1", age: 30, ...parts };
}

/** A real-name check of a messaging service, on its legal duty. */
export function realNameAsk(parts: Partial<Ask> = {}): Ask {
  const duty = { basis: "13.3", legalRef: "CSL 26", realName: { service: "instant-messaging" } } as const;
  return ask({ fields: ["mobile-number"], ...duty, ...parts });
}

/** A consent to all fields of an ask. */
export function consentTo(of: Ask, parts: Partial<ConsentEvidence> = {}): ConsentEvidence {
  const { purposeId, fields } = of;
  return { purposeId, fields, act: "handle", kind: "general", actor: "subject", state: "given", ...parts };
}

/** The acts without that on the handling, where another act has it in it. */
function leastActs({ acts }: Need): Need["acts"] {
  return acts.filter(
    (one) =>
      one.act !== "handle" ||
      !acts.some(({ act, kind }) => !["handle", "transmit-face"].includes(act) && isAtLeast(kind, one.kind)),
  );
}

/** Just what a handling asks for, and nothing besides. */
export function evidenceFor(of: Ask, options?: NeedOptions): Evidence {
  const needed = need(of, options);
  const { acts, actor, freshConsent, mechanisms, ruleIds } = { ...needed, acts: leastActs(needed) };
  const channel = mechanisms.includes("exempt")
    ? undefined
    : mechanisms.find((mechanism) => mechanism !== "approval");
  const isKept = ruleIds.includes("CR-22");
  const isPublic = ruleIds.includes("CR-16") && !ruleIds.includes("CR-26") && of.majorEffect !== true;
  const isFaceFree = ruleIds.includes("CR-14") && of.faceOnlyRequiredBy === undefined;
  const needsOtherWay = isFaceFree || ruleIds.includes("RN-10");
  return {
    notices: needed.notices,
    named: needed.named,
    agreements: needed.agreements,
    inPlace: needed.obligations.filter(isBefore),
    consents: (isKept ? [] : acts).map(({ act, kind, recipientId }) =>
      consentTo(of, {
        act,
        kind,
        actor: actor === "guardian" ? "guardian" : "subject",
        ...(recipientId === undefined ? {} : { recipientId }),
        ...(freshConsent ? { afterChange: true } : {}),
      }),
    ),
    ...(needed.impactAssessment ? { assessmentId: "PIA-7" } : {}),
    ...(channel === undefined ? {} : { exportMechanism: channel }),
    ...(mechanisms.includes("approval") ? { approvalId: "A-1" } : {}),
    ...(isPublic ? { alreadyPublic: true } : {}),
    ...(ruleIds.includes("CR-19") && of.required !== undefined ? { necessary: of.required } : {}),
    ...(needsOtherWay ? { waysOffered: ["phone"] } : {}),
    ...(isKept ? { storedOnlyBecause: "retention by law" } : {}),
  };
}
