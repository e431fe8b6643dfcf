/** METHOD 4.2, 4.3, 4.5, 4.6: nobody is made to agree to what is not needed. */
import { defineRule } from "./define-rule.ts";
import type { EventOf } from "./event.ts";
import { featureOf, purposeOf } from "./facts.ts";
import { RULE_FACTS } from "./generated/rule-facts.ts";
import type { DeclaredFeature, DeclaredPurpose } from "./manifest.ts";
import { isPermissionRefused, isReplaced, mayWithhold } from "./may-withhold.ts";
import type { Finding, Rule, RuleContext } from "./model.ts";
import { codeName } from "./naming.ts";

const serviceGoesOn = defineRule("IC-4-2", (event, context) => {
  const stops =
    event.type === "service.refuse" || (event.choice === "refuse" && event.afterRefusal === "stops");
  return !stops || mayWithhold(event, context)
    ? undefined
    : { code: "REFUSAL_NOT_ALLOWED", message: `${withheld(event)} does not need what the person refused` };
});

function withheld({ featureId }: EventOf<"service.refuse" | "consent.decision">): string {
  return featureId === undefined ? "the basic function" : `feature ${codeName(featureId)}`;
}

const noHostage = defineRule("IC-4-3", (event, context) => {
  const lost =
    event.type === "service.refuse"
      ? event.newFeatureId !== undefined && !isReplaced(event, context)
      : event.disables?.some((id) => featureOf(event, context)?.replaces?.includes(id) !== true);
  return lost === true
    ? {
        code: "OLD_FEATURE_WITHHELD",
        message: "a new feature may switch off only the features that it replaces",
      }
    : undefined;
});

const optionalOnly: readonly string[] = RULE_FACTS["IC-4-5"].params.optionalOnlyPurposes;

const improvementIsOptional = defineRule(
  "IC-4-5",
  (event, context) => {
    const purposes = event.type === "manifest.check" ? context.manifest?.purposes : [asAsked(event, context)];
    const forced = purposes?.find((purpose) => purpose.required && optionalOnly.includes(purpose.kind ?? ""));
    return (
      forced && {
        code: "OPTIONAL_ONLY_PURPOSE",
        message: `purpose ${codeName(forced.id)} may not be required`,
      }
    );
  },
  ["manifest.check"],
);

/** The purpose of a request, required by what is declared or by the request itself. */
function asAsked(event: EventOf<"consent.request">, context: RuleContext): DeclaredPurpose {
  const declared = purposeOf(event, context) ?? { id: event.purpose ?? "" };
  return { ...declared, required: declared.required === true || event.required === true };
}

const noBundle = defineRule(
  "IC-4-6",
  (event, context) => {
    const feature = featureOf(event, context);
    return event.type === "service.refuse" ? compelled(event, feature) : bundled(event, feature);
  },
  ["service.refuse"],
);

function bundled(
  { permissions, trigger }: EventOf<"permission.request">,
  feature: DeclaredFeature | undefined,
): Finding | undefined {
  const isOneFeature =
    trigger === "user-initiated-feature" && permissions.every((name) => feature?.permissions?.includes(name));
  return permissions.length <= 1 || isOneFeature
    ? undefined
    : {
        code: "BUNDLED",
        message: "permissions are asked for together, not by one feature that the user started",
      };
}

function compelled(
  event: EventOf<"service.refuse">,
  feature: DeclaredFeature | undefined,
): Finding | undefined {
  const { refusedPermissions = [] } = event;
  return refusedPermissions.length === 0 || isPermissionRefused(event, feature)
    ? undefined
    : { code: "PERMISSION_COMPELLED", message: `${withheld(event)} does not need the refused permission` };
}

/** IC-4-2, IC-4-3, IC-4-5 and IC-4-6. */
export const IC_4_VOLUNTARY_RULES: readonly Rule[] = [
  serviceGoesOn,
  noHostage,
  improvementIsOptional,
  noBundle,
];
