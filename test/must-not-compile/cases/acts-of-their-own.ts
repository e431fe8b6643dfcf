import type { Misuse, RightUse, UnseenMisuse } from "../misuse.ts";

const act = (other: string): string => `
      const shown = consent.notice(newsletter, "zh");
      return consent.record({ purpose: newsletter, subject: SUBJECT, notice: shown, decision: "given", ${other} });`;

/** Who is asked, by what act, about whom: an act for each recipient that decides for itself (PIPL 23, 39). */
export const actsOfTheirOwn: readonly Misuse[] = [
  {
    name: "a notice about a recipient that is an object",
    code: `return consent.notice(newsletter, "zh", { recipient: acme });`,
    error: "TS2322",
    mentions: "'Recipient' is not assignable to type 'string'",
    atRunTime: { refused: "INVALID_INPUT", at: "recipient" },
  },
  {
    name: "a notice about a recipient, not as an option",
    code: `return consent.notice(newsletter, "zh", "press").recipient;`,
    error: "TS2559",
    mentions: "has no properties in common with type 'NoticeOptions'",
    atRunTime: {
      gives: undefined,
      because: "it is the notice of the purpose, and an act in front of it counts for that alone",
    },
  },
  {
    name: "a notice for a reader who decides nothing",
    code: `return consent.notice(newsletter, "zh", { reader: "teacher" });`,
    error: "TS2322",
    mentions: `'"teacher"' is not assignable to type '"guardian" | "subject"`,
    atRunTime: { refused: "INVALID_INPUT", at: "reader" },
  },
  {
    name: "an act about a recipient that is an object",
    code: act(`recipient: acme`),
    error: "TS2322",
    mentions: "'Recipient' is not assignable to type 'string'",
    atRunTime: { refused: "INVALID_INPUT", at: "recipient" },
  },
  {
    name: "one act about two recipients",
    code: act(`recipient: ["acme", "press"]`),
    error: "TS2322",
    mentions: "'string[]' is not assignable to type 'string'",
    atRunTime: { refused: "INVALID_INPUT", at: "recipient" },
  },
  {
    name: "going on to use the app as an act",
    code: act(`act: { method: "continued-use" }`),
    error: "TS2322",
    mentions: `'"continued-use"' is not assignable to type`,
    atRunTime: { refused: "INVALID_INPUT", at: "decision.act.method" },
  },
  {
    name: "a box that was ticked beforehand",
    code: act(`act: { method: "checkbox", initialState: "ticked" }`),
    error: "TS2322",
    mentions: `'"ticked"' is not assignable to type '"unticked"`,
    atRunTime: { refused: "INVALID_INPUT", at: "decision.act.initialState" },
  },
  {
    name: "an act without its method",
    code: act(`act: { uiVersion: "7" }`),
    error: "TS2741",
    mentions: "Property 'method' is missing",
    atRunTime: { refused: "INVALID_INPUT", at: "decision.act.method" },
  },
  {
    name: "an age as a word",
    code: act(`age: "adult"`),
    error: "TS2322",
    mentions: "'string' is not assignable to type 'number'",
    atRunTime: { refused: "INVALID_INPUT", at: "decision.age" },
  },
  {
    name: "written consent without the paper",
    code: `
      const credit = definePurpose({ ...parts, id: "p", function: "extended", required: ["name"], basis: { article: "13.1" }, writtenRequiredBy: "征信业管理条例 14" });
      const shown = consent.notice(credit, "zh");
      return consent.record({ purpose: credit, subject: SUBJECT, notice: shown, decision: "given", writtenEvidence: true });`,
    error: "TS2322",
    mentions: "'boolean' is not assignable to type 'string'",
    atRunTime: { refused: "INVALID_INPUT", at: "decision.writtenEvidence" },
  },
  {
    name: "asking whether somebody may be asked, without saying who",
    code: `return consent.mayAsk(newsletter);`,
    error: "TS2554",
    mentions: "arguments, but got 1",
    atRunTime: { refused: "INVALID_INPUT", at: "subject" },
  },
  {
    name: "asking again on behalf of nobody known",
    code: `return (await consent.mayAsk(signUp, SUBJECT, { startedBy: "marketing" })).allowed;`,
    error: "TS2322",
    mentions: `'"marketing"' is not assignable to type '"app" | "user"`,
    atRunTime: { gives: false, because: "nobody but `user` shortens the wait" },
  },
  {
    name: "the moment to ask again of somebody who may be asked",
    code: `
      const may = await consent.mayAsk(newsletter, SUBJECT);
      return may.notBefore;`,
    error: "TS2339",
    mentions: "Property 'notBefore' does not exist on type",
    atRunTime: { gives: undefined, because: "there is none" },
  },
  {
    name: "a grant for an age in words",
    code: `return consent.grant(signUp, SUBJECT, { age: "adult" });`,
    error: "TS2322",
    mentions: "'string' is not assignable to type 'number'",
    atRunTime: { refused: "GUARDIAN_REQUIRED" },
  },
  {
    name: "a purpose for an audience that the law does not know",
    code: `return definePurpose({ ...parts, id: "p", required: ["name"], audience: "teenagers" });`,
    error: "TS2322",
    mentions: `'"teenagers"' is not assignable to type '"children" | "general"`,
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.audience" },
  },
  {
    name: "a purpose that publishes by a word",
    code: `return definePurpose({ ...parts, id: "p", required: ["name"], publishes: "no" });`,
    error: "TS2322",
    mentions: "'string' is not assignable to type 'boolean'",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.publishes" },
  },
  {
    name: "an impact assessment that was made at no time",
    code: `return definePurpose({ ...parts, id: "p", required: ["name"], assessment: { id: "pia-7" } });`,
    error: "TS2741",
    mentions: "Property 'date' is missing",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.assessment.date" },
  },
  {
    name: "a version of a purpose as a text",
    code: `return definePurpose({ ...parts, id: "p", required: ["name"], version: "2" });`,
    error: "TS2322",
    mentions: "'string' is not assignable to type 'number'",
    atRunTime: { refused: "INVALID_OPTION", at: "purpose.version" },
  },
];

export const unseenActs: readonly UnseenMisuse[] = [
  {
    name: "a notice that is shown, where the law asks for consent",
    code: `
      const shown = consent.notice(newsletter, "zh");
      return consent.record({ purpose: newsletter, subject: SUBJECT, notice: shown, decision: "informed" });`,
    atRunTime: { refused: "CONSENT_REQUIRED" },
  },
  {
    name: "optional fields, chosen by reading a notice",
    code: `return consent.record({ purpose: signUp, subject: SUBJECT, notice, decision: "informed", optional: ["contacts"] });`,
    atRunTime: { refused: "INVALID_INPUT", at: "decision.optional" },
  },
  {
    name: "an act about one recipient in front of the notice of the purpose",
    code: act(`recipient: "press"`),
    atRunTime: { refused: "INVALID_INPUT", at: "decision.notice.hash" },
  },
  {
    name: "an act of its own about a recipient that works on instruction",
    code: `return consent.notice(newsletter, "zh", { recipient: "acme" });`,
    atRunTime: { refused: "INVALID_INPUT", at: "recipient" },
  },
];

export const actedRightly: readonly RightUse[] = [
  {
    name: "an act about one recipient in front of its notice",
    code: `
      await consent.record({ purpose: newsletter, subject: SUBJECT, notice: consent.notice(newsletter, "zh"), decision: "given" });
      const shown = consent.notice(newsletter, "zh", { recipient: "press" });
      const act = await consent.record({ purpose: newsletter, subject: SUBJECT, notice: shown, decision: "given", recipient: "press" });
      return act.recipient;`,
    gives: "press",
  },
];
