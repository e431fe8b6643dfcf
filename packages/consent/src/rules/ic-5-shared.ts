/** METHOD 5: nobody else gets personal information without consent, unless it is anonymous. */
import { declaredRecipient } from "./declared-recipient.ts";
import { defineRule } from "./define-rule.ts";
import type { EventOf } from "./event.ts";
import { consentOf, instant, needsConsent, timeOf } from "./facts.ts";
import type { Finding, Rule, RuleContext } from "./model.ts";
import { codeName, fieldNames } from "./naming.ts";

type Share = EventOf<"share">;

const fromClient = defineRule("IC-5-1", (event, context) =>
  !isToApp(event) && event.path !== "server" ? withoutConsent(event, context) : undefined,
);

const fromServer = defineRule("IC-5-2", (event, context) =>
  !isToApp(event) && event.path === "server" ? withoutConsent(event, context) : undefined,
);

const toConnectedApp = defineRule("IC-5-3", (event, context) => {
  if (!isToApp(event)) return undefined;
  const finding = withoutConsent(event, context);
  if (finding !== undefined || isFree(event, context)) return finding;
  const { recipientId } = consentOf(event, context, { recipient: event.recipient?.id ?? "" });
  return recipientId === event.recipient?.id
    ? undefined
    : {
        code: "RECIPIENT_NOT_NAMED",
        message: `the consent does not name app ${codeName(event.recipient?.id)}`,
      };
});

function isToApp({ recipient }: Share): boolean {
  return recipient?.role === "third-party-app";
}

/** Nothing personal goes, or the basis is a law or a contract, or the recipient works for the app (PIPL 21). */
function isFree(event: Share, context: RuleContext): boolean {
  return (
    event.transformation === "anonymised" || !needsConsent(event, context) || isEntrusted(event, context)
  );
}

function isEntrusted({ recipient }: Share, context: RuleContext): boolean {
  const declared = declaredRecipient(recipient?.id ?? "", context);
  return (
    recipient?.role === "processor" && declared?.role === "processor" && declared.contractId !== undefined
  );
}

function withoutConsent(event: Share, context: RuleContext): Finding | undefined {
  if (isFree(event, context)) return undefined;
  const { state, at } = consentOf(event, context, { recipient: event.recipient?.id ?? "" });
  if (state === "given" && instant(at) <= instant(timeOf(event, context))) return undefined;
  const fields = fieldNames(event.fields ?? []);
  // A hash of a phone number is found by trying every number.
  return event.transformation === "hashed" || event.transformation === "pseudonymised"
    ? {
        code: "NOT_ANONYMOUS",
        message: `${fields}: ${event.transformation} data are personal still, without consent`,
      }
    : {
        code: "SHARE_NO_CONSENT",
        message: `no consent to share ${fields} with ${codeName(event.recipient?.id)}`,
      };
}

/** IC-5-1 to IC-5-3. */
export const IC_5_RULES: readonly Rule[] = [fromClient, fromServer, toConnectedApp];
