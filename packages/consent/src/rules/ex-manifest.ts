/** What an app must have declared: switches, impact assessments, and a whole notice (PIPL 17, 24, 55; NDSR 21, 42). */
import { instant } from "./facts.ts";
import { defineRule } from "./define-rule.ts";
import type { Assessment, DeclaredItem, Manifest } from "./manifest.ts";
import type { Finding, Rule } from "./model.ts";
import { fieldNames } from "./naming.ts";
import { sensitiveAmong } from "./separate-consent.ts";
import { statesRetention } from "./stated-retention.ts";

const PERSONALISING = new Set(["targeted-push", "algorithm-recommendation", "personalisation"]);

function isPersonalised({ purposes = [] }: Manifest): boolean {
  return purposes.some(({ kind = "service" }) => PERSONALISING.has(kind));
}

/** PIPL 24; NDSR 42. An app that personalises nothing has nothing to switch off. */
const personalisationHasSwitches = defineRule("EX-15", (event, { manifest = {} }) => {
  const { personalisation } = manifest;
  const isConcerned =
    event.type === "push.targeted" || personalisation !== undefined || isPersonalised(manifest);
  const missing = (["off", "refusePush", "deleteTags"] as const).filter(
    (action) => !personalisation?.[action],
  );
  if (!isConcerned || missing.length === 0) return undefined;
  return { code: "PERSONALISATION_SWITCH_MISSING", message: `personalisation lacks: ${missing.join(", ")}` };
});

/** When an assessment has to come first (PIPL 55). */
const ASSESSED: Readonly<
  Record<Assessment["operation"], (manifest: Manifest, hasSensitive: boolean) => boolean>
> = {
  sensitive: (_manifest, hasSensitive) => hasSensitive,
  "automated-decision": (manifest) => manifest.personalisation !== undefined || isPersonalised(manifest),
  entrust: ({ recipients = [] }) => recipients.some(({ role }) => role === "processor"),
  share: ({ recipients = [] }) =>
    recipients.some(({ role }) => role === "handler" || role === "joint" || role === "third-party-app"),
  publish: ({ purposes = [] }) => purposes.some(({ kind }) => kind === "publish"),
  "cross-border": ({ recipients = [] }) => recipients.some(({ outsideMainland }) => outsideMainland === true),
  // Face Measures 9.
  face: ({ items = [] }) => items.some(({ field }) => field === "face-image"),
};

/** PIPL 55, 56. */
const assessmentIsOnFile = defineRule("EX-18", (_event, context, profile) => {
  const { manifest = {}, now } = context;
  const fields = manifest.items?.map(({ field }) => field) ?? [];
  const hasSensitive = sensitiveAmong(fields, context, profile).length > 0;
  // The table has exactly these keys: `Object.keys` cannot say so.
  const operations = Object.keys(ASSESSED) as readonly Assessment["operation"][];
  const missing = operations.filter(
    (operation) =>
      ASSESSED[operation](manifest, hasSensitive) &&
      !manifest.assessments?.some((one) => one.operation === operation && isDone(one, now?.())),
  );
  if (missing.length === 0) return undefined;
  return { code: "ASSESSMENT_MISSING", message: `no impact assessment on file for: ${missing.join(", ")}` };
});

/** With an id and a day, which is not still to come. */
function isDone({ id, date }: Assessment, now: string | undefined): boolean {
  const day = instant(date);
  return id !== "" && (now === undefined ? !Number.isNaN(day) : day <= instant(now));
}

/** PIPL 17(1), 30; NDSR 21. */
const noticeIsWhole = defineRule("EX-20", (_event, context, profile) => {
  const { policy, items = [] } = context.manifest ?? {};
  const parts = ["handlerName", "handlerContact", "afterExpiry", "rightsMethods"] as const;
  const missing = parts.filter((part) => !policy?.[part]);
  if (missing.length > 0) return incomplete(missing.join(", "));
  const sensitive = sensitiveAmong(
    items.map(({ field }) => field),
    context,
    profile,
  );
  return items.map((item) => itemGap(item, sensitive)).find((gap) => gap !== undefined);
});

function itemGap(item: DeclaredItem, sensitive: readonly string[]): Finding | undefined {
  const name = fieldNames([item.field]);
  if (!item.method) return incomplete(`method for ${name}`);
  if (!statesRetention(item)) {
    return { code: "RETENTION_NOT_STATED", message: `no period, and no rule that sets it, for ${name}` };
  }
  if (!sensitive.includes(item.field) || (item.necessity && item.effect)) return undefined;
  return incomplete(`necessity and effect of ${name}`);
}

function incomplete(what: string): Finding {
  return { code: "NOTICE_INCOMPLETE", message: `the notice lacks: ${what}` };
}

export const EX_MANIFEST: readonly Rule[] = [personalisationHasSwitches, assessmentIsOnFile, noticeIsWhole];
