/** METHOD 1: the rules of collection and use are published, shown, and can be found and read. */
import { defineRule } from "./define-rule.ts";
import { instant, purposeOf, timeOf } from "./facts.ts";
import { RULE_FACTS } from "./generated/rule-facts.ts";
import type { Rule } from "./model.ts";
import { codeName } from "./naming.ts";

const policyExists = defineRule(
  "IC-1-1",
  (event, context) => {
    const { manifest } = context;
    if (manifest?.policy === undefined) {
      return { code: "POLICY_MISSING", message: "manifest.policy is missing" };
    }
    const covered = manifest.policy.purposesCovered ?? [];
    // A gap for one purpose does not stop what is collected for another.
    const purposes = event.type === "collect" ? [purposeOf(event, context)] : (manifest.purposes ?? []);
    const bare = purposes.find((purpose) => purpose !== undefined && !covered.includes(purpose.id));
    return (
      bare && {
        code: "POLICY_INCOMPLETE",
        message: `the policy has no rules for purpose ${codeName(bare.id)}`,
      }
    );
  },
  ["sdk.init", "collect"],
);

const noticeShown = defineRule("IC-1-2", (event, context) => {
  const { notice, manifest } = context;
  // The first run is when it gets shown: only a notice that was shown in another way is wrong by then.
  if (event.type === "app.first-run" && notice?.presentedAt === undefined) return undefined;
  const isPlain = notice?.presentation === "popup" || notice?.presentation === "full-page";
  if (!isPlain || !(instant(notice.presentedAt) <= instant(timeOf(event, context)))) {
    return {
      code: "NOTICE_NOT_SHOWN",
      message: "the notice was not shown before, as a pop-up or a full page",
    };
  }
  return notice.policyHash === manifest?.policy?.hash
    ? undefined
    : { code: "NOTICE_OUTDATED", message: "the notice that was shown is not that of manifest.policy.hash" };
});

const { maxTaps } = RULE_FACTS["IC-1-3"].params;

const policyNear = defineRule("IC-1-3", (event, { manifest }) => {
  const probed = event.type === "ui.probe" ? event.tapsToPolicy : undefined;
  const taps = probed ?? manifest?.policy?.tapsFromMain ?? Number.POSITIVE_INFINITY;
  return taps <= maxTaps
    ? undefined
    : { code: "POLICY_HARD_TO_REACH", message: `policy.tapsFromMain must be at most ${maxTaps}` };
});

const policyInChinese = defineRule("IC-1-4", (_event, { manifest }) =>
  manifest?.policy?.languages?.some((language) => /^zh(?:$|-CN|-Hans)/i.test(language)) === true
    ? undefined
    : { code: "NO_ZH_HANS", message: "policy.languages has no Simplified Chinese" },
);

/** IC-1-1 to IC-1-4. */
export const IC_1_RULES: readonly Rule[] = [policyExists, noticeShown, policyNear, policyInChinese];
