/** How an app asks (信管函〔2023〕26号 8-10; 信管函〔2020〕164号). */
import { defineRule } from "./define-rule.ts";
import { needsConsent, purposeOf } from "./facts.ts";
import { RULE_FACTS } from "./generated/rule-facts.ts";
import type { Manifest } from "./manifest.ts";
import type { Finding, Rule, RuleContext } from "./model.ts";
import { codeName } from "./naming.ts";

const OPTIONAL_ONLY: readonly string[] = RULE_FACTS["MN-02"].params.optionalOnlyPurposes;

/** 信管函〔2023〕26号 8-10. What is declared as required is found in the manifest as well. */
const askedAtTheFunction = defineRule(
  "MN-02",
  (event, context) => {
    if (event.type === "permission.request") {
      return event.atFunctionStart === true ? undefined : NOT_AT_FUNCTION_START;
    }
    const asked =
      event.type === "consent.request"
        ? [
            {
              id: event.purpose ?? "",
              ...purposeOf(event, context),
              ...(event.required && { required: true }),
            },
          ]
        : (context.manifest?.purposes ?? []);
    const compelled = asked.find(
      ({ id, kind = "service", required }) =>
        required && OPTIONAL_ONLY.includes(kind) && needsConsent({ purpose: id }, context),
    );
    return (
      compelled && {
        code: "OPTIONAL_ONLY_PURPOSE",
        message: `purpose ${codeName(compelled.id)} is a precondition without a law that says so`,
      }
    );
  },
  ["manifest.check"],
);

const NOT_AT_FUNCTION_START: Finding = {
  code: "NOT_AT_FUNCTION_START",
  message: "the permission is asked for away from the start of the function that needs it",
};

/** 信管函〔2020〕164号. A reward for data is for a person to look at, before the app is out and when it asks. */
const noLure = defineRule(
  "MN-05",
  (event, context) => {
    if (event.type === "manifest.check") return rewardedPurpose(context.manifest ?? {});
    if (event.rationale !== undefined && event.rationale.purposeId !== event.purpose) {
      return {
        code: "PURPOSE_MISMATCH",
        message: `the person is told another purpose than ${codeName(event.purpose)}`,
      };
    }
    return event.rewarded === true || isRewarded(event.purpose, context) ? lure(event.purpose) : undefined;
  },
  ["manifest.check"],
);

function isRewarded(purpose: string | undefined, { manifest }: RuleContext): boolean {
  return manifest?.purposes?.some(({ id, rewarded }) => id === purpose && rewarded === true) === true;
}

function rewardedPurpose({ purposes = [], items = [] }: Manifest): Finding | undefined {
  const luring = purposes.find(
    ({ id, rewarded }) => rewarded === true && items.some(({ purpose }) => purpose === id),
  );
  return luring && lure(luring.id);
}

function lure(purpose: string | undefined): Finding {
  return { code: "LURE", message: `purpose ${codeName(purpose)} gives something for personal information` };
}

export const MN_ASKING: readonly Rule[] = [askedAtTheFunction, noLure];
