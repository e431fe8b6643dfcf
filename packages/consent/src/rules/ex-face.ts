/** Measures for the security management of face recognition, 5 to 10, 12. */
import { defineRule } from "./define-rule.ts";
import type { EventOf } from "./event.ts";
import { consentOf } from "./facts.ts";
import type { Finding, Rule, RuleContext } from "./model.ts";
import { isSeparate, separateConsentMissing } from "./separate-consent.ts";
import { hasUnequalTiers } from "./service-tiers.ts";

/** Face Measures 10, 12. Another state rule may ask for the face alone; it has to be cited. */
const faceIsNeverAlone = defineRule("EX-09", (event, context) => {
  if (event.overrideLaw) return undefined;
  if (!event.options.some((option) => option !== "face")) {
    return { code: "FACE_ONLY", message: "no other way of verifying than the face is offered" };
  }
  return hasUnequalTiers(event.options, context)
    ? { code: "UNEQUAL_SERVICE", message: "those who verify without their face get another service" }
    : undefined;
});

/** Face Measures 5 to 9. */
const faceIsGuarded = defineRule("EX-10", (event, context) => {
  const isFace = event.type === "verify.face" || event.fields?.includes("face-image") === true;
  if (!isFace) return undefined;
  const face = { ...event, fields: ["face-image"] } as const;
  return (
    separateConsentMissing(face, context, { act: "face" }) ??
    transmissionForbidden(face, context) ??
    assessmentMissing(context)
  );
});

/** Face Measures 8: it stays in the device unless a law or a separate consent lets it out. */
function transmissionForbidden(
  event: EventOf<"verify.face" | "network.send">,
  context: RuleContext,
): Finding | undefined {
  const isTransmitted = event.type === "network.send" || event.transmits === true;
  if (!isTransmitted || event.legalRef) return undefined;
  if (isSeparate(consentOf(event, context, { act: "face-transmit" }))) return undefined;
  return {
    code: "FACE_TRANSMIT",
    message: "a face leaves the device without a law or a separate consent to that",
  };
}

/** Face Measures 9. */
function assessmentMissing({ manifest }: RuleContext): Finding | undefined {
  const isOnFile = manifest?.assessments?.some(({ operation, id }) => operation === "face" && id !== "");
  if (isOnFile === true) return undefined;
  return { code: "ASSESSMENT_MISSING", message: "no impact assessment of face recognition is on file" };
}

export const EX_FACE: readonly Rule[] = [faceIsNeverAlone, faceIsGuarded];
