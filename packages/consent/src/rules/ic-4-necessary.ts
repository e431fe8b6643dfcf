/** METHOD 4.1, 4.4: only what a function of the app needs, and only as often as it needs it. */
import type { Field } from "@shiming/contract";
import { defineRule } from "./define-rule.ts";
import { featureOf } from "./facts.ts";
import type { DeclaredFeature, Frequency } from "./manifest.ts";
import type { Finding, Rule, RuleContext } from "./model.ts";
import { codeName, fieldNames } from "./naming.ts";

const related = defineRule("IC-4-1", (event, context) => {
  const feature = featureOf(event, context);
  const name = codeName(event.featureId);
  if (feature === undefined) {
    return { code: "FEATURE_UNKNOWN", message: `feature ${name} is not in manifest.features` };
  }
  const fields = (event.fields ?? []).filter((field) => feature.fields?.includes(field) !== true);
  const permissions = (event.permissions ?? []).filter(
    (permission) => feature.permissions?.includes(permission) !== true,
  );
  if (fields.length + permissions.length === 0) return undefined;
  const beyond = [...(fields.length > 0 ? [fieldNames(fields)] : []), ...permissions.map(codeName)].join(
    ", ",
  );
  return { code: "UNRELATED", message: `feature ${name} does not need ${beyond}` };
});

/** Where a feature declares no frequency: `params.defaults` of IC-4-4. The numbers are ours; the law has none. */
const DEFAULT_FREQUENCY: Readonly<Partial<Record<Field, Frequency>>> = {
  "device-identifier": { count: 1, per: "session" },
  "advertising-identifier": { count: 1, per: "session" },
  location: { count: 1, per: "user-action" },
};

const notTooOften = defineRule("IC-4-4", (event, context) => {
  const feature = featureOf(event, context);
  for (const field of event.fields ?? []) {
    const finding = tooOften(field, feature, context);
    if (finding !== undefined) return finding;
  }
  return undefined;
});

function tooOften(
  field: Field,
  feature: DeclaredFeature | undefined,
  context: RuleContext,
): Finding | undefined {
  const isFollowed = field === "location" && feature?.continuous === true;
  const limit = feature?.maxFrequency ?? (isFollowed ? undefined : DEFAULT_FREQUENCY[field]);
  if (limit === undefined) return undefined;
  const reads = context.history?.reads(field, limit.per, feature?.id);
  const allowed = `${limit.count} in one ${limit.per} is allowed`;
  if (reads === undefined) {
    return {
      code: "FREQUENCY",
      message: `context.history does not count reads of ${fieldNames([field])}; ${allowed}`,
    };
  }
  return reads < limit.count
    ? undefined
    : { code: "FREQUENCY", message: `${fieldNames([field])} was read ${reads} times before; ${allowed}` };
}

/** IC-4-1 and IC-4-4. */
export const IC_4_NECESSARY_RULES: readonly Rule[] = [related, notTooOften];
