/** PIPL 38-40: the border. */
import { exportChannel, type ExemptCase } from "../law/export-channel.ts";
import { declaredRecipient } from "./declared-recipient.ts";
import { defineRule } from "./define-rule.ts";
import type { EventRecipient } from "./event-parts.ts";
import type { Finding, Rule, RuleContext } from "./model.ts";
import { sensitiveAmong, separateConsentMissing } from "./separate-consent.ts";

/** PIPL 38, 39, 55; Cross-border Flow Rules 5, 7, 8, 10: an exemption lifts the channel only. */
const borderIsGated = defineRule("EX-04", (event, context, profile) => {
  const { recipient } = event;
  if (recipient?.outsideMainland !== true) return undefined;
  if (context.notice?.complete?.includes("N39") !== true) {
    return { code: "EXPORT_NOTICE_MISSING", message: "the notice does not tell of the recipient abroad" };
  }
  const act = { act: "cross-border", recipient: recipient.id };
  const finding = separateConsentMissing(event, context, act);
  if (finding) return finding;
  if (!context.manifest?.assessments?.some(({ operation, id }) => operation === "cross-border" && id)) {
    return { code: "ASSESSMENT_MISSING", message: "no impact assessment of the export is on file" };
  }
  const hasSensitive = sensitiveAmong(event.fields ?? [], context, profile).length > 0;
  return channelMissing(recipient, context, hasSensitive);
});

function channelMissing(
  { id }: EventRecipient,
  context: RuleContext,
  hasSensitive: boolean,
): Finding | undefined {
  const { exportChannel: chosen, exportExemption = "" } = declaredRecipient(id, context) ?? {};
  const { ordinary, sensitive, criticalOperator, importantData } = context.exports ?? UNCOUNTED;
  const channels = exportChannel(
    { ordinary, sensitive: hasSensitive ? Math.max(sensitive, 1) : sensitive },
    {
      criticalInfrastructure: criticalOperator ?? false,
      importantData: importantData ?? false,
      ...(isExemptCase(exportExemption) && { exemptCase: exportExemption }),
    },
  );
  // The assessment of the authority is more than the contract or the certificate (Cross-border Flow Rules 7, 8).
  const isEnough = channels.some(
    (channel) => channel === "exempt" || channel === chosen || chosen === "security-assessment",
  );
  if (isEnough) return undefined;
  return { code: "EXPORT_CHANNEL_MISSING", message: `the export needs one of: ${channels.join(", ")}` };
}

/** Without a count nothing is exempt. */
const UNCOUNTED: NonNullable<RuleContext["exports"]> = { ordinary: Number.NaN, sensitive: Number.NaN };

/** One row for each case: the type keeps the table whole. */
const EXEMPT_CASES: Readonly<Record<ExemptCase, true>> = {
  "contract-with-person": true,
  "cross-border-hr": true,
  emergency: true,
  "collected-abroad": true,
  "outside-negative-list": true,
  "legal-duty": true,
};

function isExemptCase(name: string): name is ExemptCase {
  return Object.hasOwn(EXEMPT_CASES, name);
}

export const EX_BORDER: readonly Rule[] = [borderIsGated];
