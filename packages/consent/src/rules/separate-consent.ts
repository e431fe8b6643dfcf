/** Separate consent: specific and explicit, for one specific act of handling (NDSR 62(7)). */
import type { Field } from "@shiming/contract";
import { knownLabel, labelFields } from "../law/label-fields.ts";
import type { ProfileSettings } from "../profile.ts";
import type { EventParts } from "./event-parts.ts";
import { consentOf, needsConsent } from "./facts.ts";
import type { ConsentQuery, ConsentState, Finding, RuleContext } from "./model.ts";
import { isChild } from "./people.ts";

/** Given, and by an act of its own; a written consent is stricter still (PIPL 29). */
export function isSeparate({ state, kind }: ConsentState): boolean {
  return state === "given" && (kind === "separate" || kind === "written");
}

/**
 * Those that are sensitive, alone or beside each other; of a child under 14 all are (PIPL 28). A field of the app's own
 * is where the context lists it.
 */
export function sensitiveAmong(
  fields: readonly Field[],
  context: RuleContext,
  profile: ProfileSettings,
): readonly Field[] {
  if (isChild(context)) return fields;
  const labels = labelFields(fields, knownLabel, profile);
  return fields.filter(
    (field) => labels.get(field)?.sensitive ?? context.sensitiveFields?.includes(field) ?? false,
  );
}

/** What to say of an act that stands on consent and has none of its own. */
export function separateConsentMissing(
  event: EventParts,
  context: RuleContext,
  further: Pick<ConsentQuery, "recipient"> & Required<Pick<ConsentQuery, "act">>,
): Finding | undefined {
  if (!needsConsent(event, context) || isSeparate(consentOf(event, context, further))) return undefined;
  return {
    code: "SEPARATE_CONSENT_REQUIRED",
    message: `the act "${further.act}" needs a separate consent of its own`,
  };
}
