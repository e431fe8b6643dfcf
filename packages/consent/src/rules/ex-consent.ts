/** PIPL 14, 25, 29: the kind of consent, for how long it counts, and publishing. */
import { defineRule } from "./define-rule.ts";
import { consentOf, needsConsent, purposeOf } from "./facts.ts";
import type { EventParts } from "./event-parts.ts";
import type { DeclaredPurpose } from "./manifest.ts";
import type { ConsentState, Rule, RuleContext } from "./model.ts";
import { codeName, fieldNames } from "./naming.ts";
import { isSeparate, sensitiveAmong, separateConsentMissing } from "./separate-consent.ts";

/** PIPL 28-30; NDSR 22(2), 62(7). The notice of PIPL 30 is due on every basis, the consent on that of consent only. */
const sensitiveNeedsItsOwn = defineRule("EX-01", (event, context, profile) => {
  const sensitive = sensitiveAmong(event.fields ?? [], context, profile);
  if (sensitive.length === 0) return undefined;
  const names = fieldNames(sensitive);
  if (event.type === "consent.decision") {
    const isOwnAct = event.kind !== undefined && event.kind !== "general" && !event.bundledPurposes?.length;
    if (event.choice === "refuse" || isOwnAct || !needsConsent(event, context)) return undefined;
    return { code: "SEPARATE_CONSENT_REQUIRED", message: `${names}: needs an act of its own` };
  }
  if (needsConsent(event, context)) {
    const consent = consentOf(event, context);
    if (!isSeparate(consent) || !isForThis(event, consent, sensitive)) {
      return { code: "SEPARATE_CONSENT_REQUIRED", message: `${names}: needs a separate consent` };
    }
  }
  return context.notice?.complete?.includes("N30") === true
    ? undefined
    : { code: "SENSITIVE_NOTICE_MISSING", message: `${names}: the notice lacks necessity and effect` };
});

/** For this purpose and no other, and for these data. */
function isForThis(event: EventParts, consent: ConsentState, fields: readonly string[]): boolean {
  const covered: readonly string[] = consent.fields ?? [];
  const isAlone = consent.purposes?.every((purpose) => purpose === event.purpose) ?? true;
  return isAlone && fields.every((field) => covered.includes(field));
}

/** PIPL 14(2); NDSR 22(6). The hash is that of purpose, method and kinds: new words alone do not change it. */
const changeMeansNewConsent = defineRule("EX-05", (event, context) => {
  const own = purposeOf(event, context);
  const concerned = event.type === "collect" ? [own] : (context.manifest?.purposes ?? []);
  const changed = concerned.find((purpose) => purpose && isChangedSinceConsent(purpose, event, context));
  return (
    changed && {
      code: "RECONSENT",
      message: `purpose ${codeName(changed.id)} is not what the person agreed to: ask again for the change`,
    }
  );
});

function isChangedSinceConsent(purpose: DeclaredPurpose, event: EventParts, context: RuleContext): boolean {
  const asked = { ...event, purpose: purpose.id };
  if (!needsConsent(asked, context)) return false;
  const consent = consentOf(asked, context);
  return consent.state === "given" && (purpose.hash === undefined || consent.purposeHash !== purpose.hash);
}

/** PIPL 25. */
const publishingNeedsItsOwn = defineRule("EX-16", (event, context) =>
  separateConsentMissing(event, context, { act: "publish" }),
);

export const EX_CONSENT: readonly Rule[] = [
  sensitiveNeedsItsOwn,
  changeMeansNewConsent,
  publishingNeedsItsOwn,
];
