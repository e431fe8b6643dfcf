/** PIPL 20, 21, 23, 41: those who get data. */
import { defineRule } from "./define-rule.ts";
import type { EventParts, EventRecipient } from "./event-parts.ts";
import { declaredRecipient } from "./declared-recipient.ts";
import { consentOf, needsConsent } from "./facts.ts";
import type { Finding, Rule, RuleContext } from "./model.ts";
import { codeName } from "./naming.ts";
import { isSeparate } from "./separate-consent.ts";

/** PIPL 20, 21, 23; NDSR 12. A handler that decides for itself is named and agreed to, a processor is bound by contract. */
const recipientIsNamed = defineRule("EX-03", (event, context) => {
  const { recipient } = event;
  if (recipient === undefined) return { code: "RECIPIENT_NOT_NAMED", message: "the recipient is not named" };
  // EX-17 has the only answer for those.
  if (recipient.role === "foreign-judicial") return undefined;
  if (recipient.role === "processor" || recipient.role === "joint")
    return contractMissing(recipient, context);
  return needsConsent(event, context)
    ? (recipientConsentMissing(event, recipient, context) ??
        recipientNoticeMissing(event, recipient, context))
    : recipientNoticeMissing(event, recipient, context);
});

function contractMissing({ id }: EventRecipient, context: RuleContext): Finding | undefined {
  if (declaredRecipient(id, context)?.contractId) return undefined;
  return { code: "CONTRACT_MISSING", message: `no contract with ${codeName(id)} is on file` };
}

function recipientConsentMissing(
  event: EventParts,
  { id }: EventRecipient,
  context: RuleContext,
): Finding | undefined {
  const consent = consentOf(event, context, { recipient: id });
  if (consent.recipientId !== id) {
    return { code: "RECIPIENT_NOT_NAMED", message: `the consent does not name ${codeName(id)}` };
  }
  if (isSeparate(consent)) return undefined;
  return { code: "SEPARATE_CONSENT_REQUIRED", message: `sharing with ${codeName(id)} needs its own consent` };
}

function recipientNoticeMissing(
  event: EventParts,
  { id }: EventRecipient,
  { notice }: RuleContext,
): Finding | undefined {
  const told = notice?.recipients?.find((row) => row.id === id);
  const isTold =
    told?.name && told.contact && told.purpose && told.method
      ? event.fields?.every((field) => told.fields?.includes(field) === true)
      : false;
  if (isTold) return undefined;
  const message = `the notice lacks name, contact, purpose, method or kinds for ${codeName(id)}`;
  return { code: "RECIPIENT_NOTICE_INCOMPLETE", message };
}

/** PIPL 41. */
const foreignAuthorityNeedsApproval = defineRule("EX-17", ({ recipient, approvalId }) =>
  recipient?.role === "foreign-judicial" && !approvalId
    ? { code: "APPROVAL_MISSING", message: "a foreign authority gets nothing without an approval" }
    : undefined,
);

export const EX_RECIPIENTS: readonly Rule[] = [recipientIsNamed, foreignAuthorityNeedsApproval];
