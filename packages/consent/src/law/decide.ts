import type { Ask } from "./ask.ts";
import type { Fired } from "./combine.ts";
import { type Denial, type DenialCode, deny } from "./denial.ts";
import { type Evidence, type TidyEvidence, tidyEvidence } from "./evidence.ts";
import { lackingConsent } from "./match-consents.ts";
import { malformedAsk } from "./malformed-ask.ts";
import { needIn } from "./need.ts";
import type { ExportMechanism, Need, NoticeCode } from "./need-model.ts";
import { isBefore, type ObligationBefore } from "./obligations.ts";
import type { Duties } from "./rule.ts";
import type { RuleId } from "./rule-id.ts";
import { isStoredOnly } from "./rules-afterwards.ts";
import { type NeedOptions, type Situation, situationOf } from "./situation.ts";

/** A handling that is allowed, with the duties that go with it; or the first reason why it is not. */
export type Verdict = { readonly allowed: true; readonly need: Need } | Denial;

/**
 * Decides whether an intended handling is allowed on what has been shown, recorded, assessed and agreed. Fails closed: what
 * is missing or not known denies, with the reason and the rule. Never throws for a missing piece; a `label` that throws for
 * an unknown field, as that of an app does, throws through.
 *
 * @example
 * ```ts
 * import { decide } from "@shiming/consent";
 *
 * const ask = {
 *   operation: "collect",
 *   purposeId: "find-friends",
 *   fields: ["contacts"],
 *   basis: "13.1",
 *   age: 30,
 * } as const;
 * const verdict = decide(ask, { notices: ["N17", "N30"], assessmentId: "PIA-7" });
 * console.log(verdict.allowed ? "go" : `${verdict.code} ${verdict.ruleId}`); // CONSENT_MISSING CR-03
 * ```
 */
export function decide(ask: Ask, evidence: Evidence, options: NeedOptions = {}): Verdict {
  const tidy = tidyEvidence(evidence);
  const malformed = malformedAsk(ask);
  if (malformed !== undefined) return malformed;
  const situation = situationOf(ask, options);
  if (situation.unlabelled.length > 0) return deny("FIELD_UNKNOWN", "CR-02", situation.unlabelled);
  const { need, rules, fired } = needIn(situation);
  for (const rule of rules) {
    const denial = rule.forbids?.(situation, tidy);
    if (denial !== undefined) return denial;
  }
  return lacking(situation, { need, fired }, tidy) ?? { allowed: true, need };
}

interface Wanted {
  readonly need: Need;
  readonly fired: readonly Fired[];
}

/** What the duties ask for and the evidence does not have, in the order in which an app would do it. */
function lacking(situation: Situation, { need, fired }: Wanted, evidence: TidyEvidence): Denial | undefined {
  const { ask } = situation;
  const { notices, named, agreements, inPlace, consents } = evidence;
  const denied = (code: DenialCode, asks: (duties: Duties) => boolean): Denial =>
    deny(code, originOf(fired, asks), ask.fields);

  const notice = need.notices.find((code) => !notices.includes(code));
  if (notice !== undefined)
    return denied(noticeCode(notice), (duties) => duties.notices?.includes(notice) ?? false);
  const unnamed = need.named.find((id) => !named.includes(id));
  if (unnamed !== undefined)
    return denied("RECIPIENT_NOT_NAMED", (duties) => duties.named?.includes(unnamed) ?? false);
  if (!isStoredOnly(situation, evidence)) {
    const denial = lackingConsent(ask, need, consents);
    if (denial !== undefined) return denial;
  }
  const unagreed = need.agreements.find((id) => !agreements.includes(id));
  if (unagreed !== undefined)
    return denied("AGREEMENT_MISSING", (duties) => duties.agreements?.includes(unagreed) ?? false);
  if (!hasChannel(need.mechanisms, evidence.exportMechanism))
    return denied("EXPORT_CHANNEL_MISSING", (duties) => duties.mechanisms !== undefined);
  if (need.impactAssessment && evidence.assessmentId === "")
    return denied("ASSESSMENT_MISSING", (duties) => duties.impactAssessment ?? false);
  const absent = need.obligations.filter(isBefore).find((obligation) => !inPlace.includes(obligation));
  if (absent === undefined) return undefined;
  return denied(OBLIGATION_CODES[absent], (duties) => duties.obligations?.includes(absent) ?? false);
}

const OBLIGATION_CODES: Readonly<Record<ObligationBefore, DenialCode>> = {
  "children-rules": "CHILD_RULES_MISSING",
  "opt-out": "OPT_OUT_MISSING",
  "human-route": "HUMAN_ROUTE_MISSING",
};

function noticeCode(notice: NoticeCode): DenialCode {
  return notice === "N-CHANGE" ? "CHANGE_NOT_NOTICED" : "NOTICE_NOT_SHOWN";
}

/** The first rule that asks for it: there is one, for the need is made of them. */
function originOf(fired: readonly Fired[], asks: (duties: Duties) => boolean): RuleId {
  return fired.find(({ duties }) => asks(duties))?.id ?? "CR-02";
}

/** An approval (PIPL 41) is asked for on its own, and comes on top. */
function hasChannel(mechanisms: readonly ExportMechanism[], used: ExportMechanism | undefined): boolean {
  const channels: readonly ExportMechanism[] = mechanisms.filter((mechanism) => mechanism !== "approval");
  if (channels.length === 0 || channels.includes("exempt")) return true;
  return used !== undefined && channels.includes(used);
}
