/** What is kept, how long and how (NDSR 9, 22(4), 24; PIPL 19, 47, 51(3); CSL 23). */
import type { ProfileSettings } from "../profile.ts";
import { defineRule } from "./define-rule.ts";
import type { EventOf } from "./event.ts";
import { instant, timeOf } from "./facts.ts";
import type { Finding, Rule, RuleContext } from "./model.ts";
import { fieldNames } from "./naming.ts";
import { isOverdue, keptUntil } from "./retention.ts";
import { sensitiveAmong } from "./separate-consent.ts";

/** NDSR 24. */
const surplusIsDropped = defineRule("EX-07", ({ surplus = [], surplusHandling = "kept" }) =>
  surplus.length > 0 && surplusHandling === "kept"
    ? { code: "SURPLUS_KEPT", message: `came along unasked and is kept: ${fieldNames(surplus)}` }
    : undefined,
);

/** NDSR 22(4); PIPL 19, 47. */
const keptNoLonger = defineRule("EX-08", (event, context) => {
  if (event.type === "retain") return keptTooLong(event, context);
  const overdue = (event.kept ?? []).filter((kept) => isOverdue(kept, context, timeOf(event, context)));
  if (overdue.length === 0) return undefined;
  return {
    code: "RETENTION_OVER",
    message: `due for deletion: ${fieldNames(overdue.map(({ field }) => field))}`,
  };
});

function keptTooLong(event: EventOf<"retain">, context: RuleContext): Finding | undefined {
  const { purpose = "", collectedAt, expiresAt, fields = [] } = event;
  // A law that this very record is kept for (PIPL 19).
  if (event.legalRef) return undefined;
  const until = fields.map((field) => keptUntil({ purpose, field, collectedAt }, context) ?? Infinity);
  const isBounded = instant(expiresAt) <= Math.min(...until);
  if (isBounded) return undefined;
  return expiresAt === undefined
    ? { code: "RETENTION_UNSET", message: `kept without an end: ${fieldNames(fields)}` }
    : { code: "RETENTION_TOO_LONG", message: `kept longer than agreed or announced: ${fieldNames(fields)}` };
}

/** PIPL 51(3); NDSR 9; CSL 23. The storage is declared in the manifest, so it is checked there as well. */
const dataAreProtected = defineRule(
  "EX-19",
  (event, context, profile) => {
    if (event.type === "network.send") return isEncrypted(event.url) ? undefined : PLAINTEXT_TRANSPORT;
    if (event.type === "manifest.check") return declaredInPlain(context, profile);
    const raw = event.protection === undefined || event.protection === "raw";
    return raw ? rawAtRest(sensitiveAmong(event.fields ?? [], context, profile)) : undefined;
  },
  ["manifest.check"],
);

const PLAINTEXT_TRANSPORT: Finding = {
  code: "PLAINTEXT_TRANSPORT",
  message: "personal information is sent to an address that is not https or wss",
};

function isEncrypted(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && ["https:", "wss:"].includes(new URL(url).protocol);
}

function declaredInPlain(context: RuleContext, profile: ProfileSettings): Finding | undefined {
  const { endpoints = [], storage = [] } = context.manifest ?? {};
  if (!endpoints.every(isEncrypted)) return PLAINTEXT_TRANSPORT;
  const raw = storage.filter(({ protection }) => protection === "raw").map(({ field }) => field);
  return rawAtRest(sensitiveAmong(raw, context, profile));
}

function rawAtRest(fields: readonly string[]): Finding | undefined {
  if (fields.length === 0) return undefined;
  return { code: "RAW_AT_REST", message: `kept neither encrypted nor tokenised: ${fieldNames(fields)}` };
}

export const EX_KEEPING: readonly Rule[] = [surplusIsDropped, keptNoLonger, dataAreProtected];
