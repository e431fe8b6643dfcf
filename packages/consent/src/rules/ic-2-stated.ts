/** METHOD 2: purpose, method and scope are told one by one, at the right moment, in words one can follow. */
import { defineRule } from "./define-rule.ts";
import type { EventParts } from "./event-parts.ts";
import { instant, itemOf, purposeOf, timeOf } from "./facts.ts";
import { RULE_FACTS } from "./generated/rule-facts.ts";
import type { DeclaredItem, Manifest } from "./manifest.ts";
import type { Finding, NoticeState, Rule, RuleContext } from "./model.ts";
import { codeName, fieldNames } from "./naming.ts";

const itemised = defineRule("IC-2-1", (event, context) =>
  event.type === "manifest.check" ? unlisted(context.manifest) : undeclared(event, context),
);

/** What of a collection the notice does not list: who collects, for what, or which field. */
function undeclared(event: EventParts, context: RuleContext): Finding | undefined {
  const initiator = event.initiator ?? "app";
  const isListed =
    initiator === "app" || context.manifest?.sdks?.some(({ name }) => initiator === `sdk:${name}`) === true;
  if (!isListed) {
    return { code: "UNDECLARED_INITIATOR", message: `${codeName(initiator)} is not in manifest.sdks` };
  }
  if (purposeOf(event, context) === undefined) {
    return {
      code: "UNDECLARED_PURPOSE",
      message: `purpose ${codeName(event.purpose)} is not in manifest.purposes`,
    };
  }
  const bare = (event.fields ?? []).filter((field) => !isComplete(itemOf(event, field, context)));
  return bare.length === 0
    ? undefined
    : { code: "UNDECLARED_ITEM", message: `manifest.items has no complete row for ${fieldNames(bare)}` };
}

/** What of a manifest is told in general words only, or in part. */
function unlisted(manifest: Manifest | undefined): Finding | undefined {
  const { purposes = [], items = [] } = manifest ?? {};
  if (!purposes.every(({ id }) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))) {
    return {
      code: "PURPOSE_NOT_A_CODE",
      message: "every purpose of manifest.purposes needs a code for an id",
    };
  }
  const stray = items.find((item) => !purposes.some(({ id }) => id === item.purpose));
  if (stray !== undefined) {
    return {
      code: "UNDECLARED_PURPOSE",
      message: `an item is for ${codeName(stray.purpose)}, which is no purpose`,
    };
  }
  const partial = items.find((item) => !isComplete(item));
  return (
    partial && {
      code: "ITEM_INCOMPLETE",
      message: `${fieldNames([partial.field])} lacks its method or retention`,
    }
  );
}

function isComplete(item: DeclaredItem | undefined): boolean {
  return item?.method !== undefined && (item.retentionDays !== undefined || item.retentionRule !== undefined);
}

const changeNoticed = defineRule("IC-2-2", (event, context) => {
  const { notice = {}, manifest = {} } = context;
  const used =
    event.type === "collect"
      ? (event.fields ?? []).map((field) => ({ purpose: event.purpose ?? "", field }))
      : (manifest.items ?? []);
  if (used.every((item) => wasSeen(item, notice))) return undefined;
  const shownAt = instant(notice.changePresentedAt);
  const isShown =
    shownAt >= instant(manifest.policy?.effectiveAt) && shownAt <= instant(timeOf(event, context));
  return isShown
    ? undefined
    : { code: "CHANGE_NOT_NOTICED", message: "the notice that was seen does not have this purpose or field" };
});

function wasSeen({ purpose, field }: Pick<DeclaredItem, "purpose" | "field">, seen: NoticeState): boolean {
  return (seen.purposes?.includes(purpose) ?? true) && (seen.items?.includes(`${purpose}/${field}`) ?? true);
}

const asked: readonly string[] = RULE_FACTS["IC-2-3"].params.dataRequiringRationale;
/** The law says "at the same time"; five minutes is our reading of one interaction. */
const SAME_INTERACTION_MS = 5 * 60_000;

const toldWhenAsked = defineRule("IC-2-3", (event, context) => {
  // `bank-account` is no field of the vocabulary: an app that has one names it `app:bank-account`.
  const named = (event.fields ?? []).filter((field) => asked.includes(field.replace(/^app:/, "")));
  if (event.type === "collect" && named.length === 0) return undefined;
  const { purposeId = "", text = "", shownAt } = event.rationale ?? {};
  const age = instant(timeOf(event, context)) - instant(shownAt);
  const isTold = purposeId !== "" && text.trim() !== "" && age >= 0 && age <= SAME_INTERACTION_MS;
  const what = event.type === "collect" ? fieldNames(named) : event.permissions.map(codeName).join(", ");
  return isTold
    ? undefined
    : { code: "JIT_NOTICE_MISSING", message: `the purpose is not told when ${what} is asked for` };
});

const understandable = defineRule("IC-2-4", (_event, { manifest }) => {
  if (manifest?.policy?.hasSummary !== true) {
    return { code: "SUMMARY_MISSING", message: "the policy has no summary section" };
  }
  const bare = manifest.purposes?.find(({ summary = "" }) => summary.trim() === "");
  return (
    bare && { code: "PURPOSE_SUMMARY_MISSING", message: `purpose ${codeName(bare.id)} has no plain summary` }
  );
});

/** IC-2-1 to IC-2-4. */
export const IC_2_RULES: readonly Rule[] = [itemised, changeNoticed, toldWhenAsked, understandable];
