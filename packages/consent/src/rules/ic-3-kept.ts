/** METHOD 3.5, 3.6, 3.9: what the user has set and what the app has declared is kept to. */
import { defineRule } from "./define-rule.ts";
import type { EventOf, KeptData, SettingChange } from "./event.ts";
import { isOverdue } from "./retention.ts";
import { itemOf, timeOf } from "./facts.ts";
import type { Finding, Rule, RuleContext } from "./model.ts";
import { codeName, fieldNames } from "./naming.ts";

const OPENNESS = { off: 0, ask: 1, on: 2 } as const;

const settingsKept = defineRule("IC-3-5", (event) => {
  const changes: readonly SettingChange[] =
    event.type === "app.update" ? (event.settingChanges ?? []) : event.actor === "user" ? [] : [event];
  const opened = changes.find(({ from, to }) => OPENNESS[to] > OPENNESS[from]);
  return (
    opened && {
      code: "SETTING_RESET",
      message: `setting ${codeName(opened.setting)} is opened by no act of the user`,
    }
  );
});

const untargetedOption = defineRule("IC-3-6", (event, { manifest, subject }) => {
  if (event.targeted === false) return undefined;
  if (manifest?.personalisation?.nonTargetedOption !== true) {
    return {
      code: "NO_NON_TARGETED_OPTION",
      message: "manifest.personalisation.nonTargetedOption is not on",
    };
  }
  return subject?.targetingOff === true
    ? { code: "TARGETING_OFF", message: "the user has turned targeting off" }
    : undefined;
});

const ownRulesKept = defineRule(
  "IC-3-9",
  (event, context) => {
    if (event.type === "timer.tick") return overdue(event.kept ?? [], context, timeOf(event, context));
    const finding = undeclared(event, context);
    if (finding !== undefined || event.type !== "retain") return finding;
    return overdue(asKept(event), context, event.expiresAt ?? timeOf(event, context));
  },
  ["timer.tick"],
);

function asKept({ fields = [], purpose = "", collectedAt }: EventOf<"retain">): readonly KeptData[] {
  return fields.map((field) => ({ id: field, purpose, field, collectedAt }));
}

function overdue(
  kept: readonly KeptData[],
  context: RuleContext,
  at: string | undefined,
): Finding | undefined {
  const over = kept.filter((data) => isOverdue(data, context, at)).map(({ field }) => field);
  if (over.length === 0) return undefined;
  return {
    code: "RETENTION_EXCEEDED",
    message: `${fieldNames([...new Set(over)])} is kept longer than declared`,
  };
}

const UNDECLARED = {
  collect: { code: "UNDECLARED_COLLECTION", verb: "collecting" },
  share: { code: "UNDECLARED_SHARE", verb: "sharing" },
  retain: { code: "UNDECLARED_RETENTION", verb: "keeping" },
} as const;

function undeclared(
  event: EventOf<"collect" | "share" | "retain">,
  context: RuleContext,
): Finding | undefined {
  const recipient = event.recipient?.id ?? "";
  const fields = (event.fields ?? []).filter((field) => {
    const item = itemOf(event, field, context);
    return item === undefined || (event.type === "share" && item.recipients?.includes(recipient) !== true);
  });
  const { code, verb } = UNDECLARED[event.type];
  return fields.length === 0
    ? undefined
    : { code, message: `manifest.items does not declare ${verb} ${fieldNames(fields)}` };
}

/** IC-3-5, IC-3-6 and IC-3-9. */
export const IC_3_KEPT_RULES: readonly Rule[] = [settingsKept, untargetedOption, ownRulesKept];
