/** METHOD 3.4, 3.7, 3.8: consent is the person's own act, for what it says, and can be taken back. */
import { defineRule } from "./define-rule.ts";
import type { EventOf } from "./event.ts";
import { basisOf, purposeOf } from "./facts.ts";
import type { DeclaredPurpose } from "./manifest.ts";
import type { Finding, Rule } from "./model.ts";
import { codeName } from "./naming.ts";

const EXPRESS_ACTS: ReadonlySet<string> = new Set([
  "tick-then-confirm",
  "press-agree",
  "type",
  "speak",
  "signature",
]);

const expressAct = defineRule("IC-3-4", ({ choice, initialState, act, actor }) => {
  // Saying no has no form.
  if (choice === "refuse") return undefined;
  const isExpress = initialState === "unchecked" && EXPRESS_ACTS.has(act) && actor !== "app";
  return isExpress
    ? undefined
    : { code: "NOT_EXPRESS", message: "the decision is no express act of the person" };
});

const noHiddenPurpose = defineRule(
  "IC-3-7",
  (event, context) => {
    const stated = event.rationale;
    if (stated === undefined) {
      // What is read without a request is for IC-2-3.
      if (event.type !== "consent.request") return undefined;
      return { code: "PURPOSE_NOT_STATED", message: "a request for consent needs a rationale" };
    }
    if (stated.purposeId !== event.purpose) {
      const [said, meant] = [codeName(stated.purposeId), codeName(event.purpose)];
      return {
        code: "PURPOSE_MISMATCH",
        message: `the person reads of purpose ${said}, the event is for ${meant}`,
      };
    }
    const declared = purposeOf(event, context)?.textHash;
    return stated.textHash === undefined || stated.textHash === declared
      ? undefined
      : {
          code: "TEXT_MISMATCH",
          message: `the text that is shown is not that of purpose ${codeName(event.purpose)}`,
        };
  },
  ["collect", "permission.request"],
);

const canWithdraw = defineRule("IC-3-8", (event, context) => {
  if (event.type === "consent.withdraw") return hardWithdrawal(event, purposeOf(event, context));
  for (const purpose of context.manifest?.purposes ?? []) {
    const finding = basisOf(purpose) === "13.1" ? noWayBack(purpose) : undefined;
    if (finding !== undefined) return finding;
  }
  return undefined;
});

function noWayBack({ id, withdrawal, giveSteps }: DeclaredPurpose): Finding | undefined {
  if (withdrawal === undefined || withdrawal.path.trim() === "") {
    return { code: "NO_WITHDRAWAL", message: `purpose ${codeName(id)} has no withdrawal.path` };
  }
  if (withdrawal.needsStaff === true) {
    return {
      code: "WITHDRAWAL_NEEDS_STAFF",
      message: `the consent to ${codeName(id)} ends only by asking staff`,
    };
  }
  return isHarder(withdrawal.steps, giveSteps)
    ? { code: "WITHDRAWAL_HARDER", message: `${codeName(id)} takes more steps to withdraw than to give` }
    : undefined;
}

/** What was wrong with the way; the withdrawal itself always takes effect. */
function hardWithdrawal(
  { needsStaff, steps }: EventOf<"consent.withdraw">,
  purpose: DeclaredPurpose | undefined,
): Finding | undefined {
  return (
    purpose &&
    noWayBack({
      ...purpose,
      withdrawal: {
        path: "taken",
        ...(needsStaff !== undefined && { needsStaff }),
        ...(steps !== undefined && { steps }),
      },
    })
  );
}

/** The law says "convenient"; no more steps than saying yes is our reading of it. */
function isHarder(withdrawSteps = 0, giveSteps = Number.POSITIVE_INFINITY): boolean {
  return withdrawSteps > giveSteps;
}

/** IC-3-4, IC-3-7 and IC-3-8. */
export const IC_3_ACT_RULES: readonly Rule[] = [expressAct, noHiddenPurpose, canWithdraw];
