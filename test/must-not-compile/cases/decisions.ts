import type { Misuse, UnseenMisuse } from "../misuse.ts";

const act = (other: string): string =>
  `return consent.record({ purpose: signUp, subject: SUBJECT, notice, decision: "given", ${other} });`;

/** Notices, acts and withdrawals. */
export const decisions: readonly Misuse[] = [
  {
    name: "a notice in the language of a browser",
    code: `return consent.notice(signUp, "zh-CN");`,
    error: "TS2345",
    mentions: `'"zh-CN"' is not assignable to parameter of type 'keyof LocalizedText'`,
    atRunTime: { refused: "INVALID_INPUT", at: "locale" },
  },
  {
    name: "a notice in a language that it does not come in",
    code: `return consent.notice(signUp, "fr");`,
    error: "TS2345",
    mentions: `'"fr"' is not assignable to parameter of type 'keyof LocalizedText'`,
    atRunTime: { refused: "INVALID_INPUT", at: "locale" },
  },
  {
    name: "a notice in no language",
    code: `return consent.notice(signUp);`,
    error: "TS2554",
    mentions: `arguments, but got 1`,
    atRunTime: { refused: "INVALID_INPUT", at: "locale" },
  },
  {
    name: "a notice of a purpose by its id",
    code: `return consent.notice("sign-up", "zh");`,
    error: "TS2345",
    mentions: `'string' is not assignable to parameter of type 'Purpose<`,
    atRunTime: { refused: "INVALID_INPUT", at: "purpose" },
  },
  {
    name: "a text of a notice that is shortened",
    code: `
      const shown = consent.notice(signUp, "zh");
      shown.text = "请同意";
      return consent.record({ purpose: signUp, subject: SUBJECT, notice: { ...shown, hash: shown.text }, decision: "given" });`,
    error: "TS2540",
    mentions: "Cannot assign to 'text' because it is a read-only property",
    atRunTime: { refused: "INVALID_INPUT", at: "decision.notice.hash" },
  },
  {
    name: "a decision that is neither yes nor no",
    code: `
      const decision = SUBJECT.length > 0 ? "maybe" : "given";
      return consent.record({ purpose: signUp, subject: SUBJECT, notice, decision });`,
    error: "TS2322",
    mentions: `'"maybe"' is not assignable to type '"given" | "informed" | "refused"'`,
    atRunTime: { refused: "INVALID_INPUT", at: "decision.decision" },
  },
  {
    name: "a decision as a boolean",
    code: `return consent.record({ purpose: signUp, subject: SUBJECT, notice, decision: true });`,
    error: "TS2322",
    mentions: `'true' is not assignable to type '"given" | "informed" | "refused"'`,
    atRunTime: { refused: "INVALID_INPUT", at: "decision.decision" },
  },
  {
    name: "a withdrawal recorded as a decision",
    code: `return consent.record({ purpose: signUp, subject: SUBJECT, notice, decision: "withdrawn" });`,
    error: "TS2322",
    mentions: `'"withdrawn"' is not assignable to type '"given" | "informed" | "refused"'`,
    atRunTime: { refused: "INVALID_INPUT", at: "decision.decision" },
  },
  {
    name: "no decision",
    code: `return consent.record({ purpose: signUp, subject: SUBJECT, notice });`,
    error: "TS2741",
    mentions: "Property 'decision' is missing",
    atRunTime: { refused: "INVALID_INPUT", at: "decision.decision" },
  },
  {
    name: "an act without a notice",
    code: `return consent.record({ purpose: signUp, subject: SUBJECT, decision: "given" });`,
    error: "TS2741",
    mentions: "Property 'notice' is missing",
    atRunTime: { refused: "INVALID_INPUT", at: "decision.notice" },
  },
  {
    name: "an act in front of a text",
    code: `return consent.record({ purpose: signUp, subject: SUBJECT, notice: notice.text, decision: "given" });`,
    error: "TS2322",
    mentions: "'string' is not assignable to type 'Pick<Notice",
    atRunTime: { refused: "INVALID_INPUT", at: "decision.notice" },
  },
  {
    name: "an act in front of a notice without its hash",
    code: `return consent.record({ purpose: signUp, subject: SUBJECT, notice: { locale: "zh" }, decision: "given" });`,
    error: "TS2741",
    mentions: "Property 'hash' is missing",
    atRunTime: { refused: "INVALID_INPUT", at: "decision.notice.hash" },
  },
  {
    name: "one act for two purposes",
    code: `return consent.record({ purpose: [signUp, newsletter], subject: SUBJECT, notice, decision: "given" });`,
    error: "TS2740",
    mentions: "from type 'Purpose<",
    atRunTime: { refused: "INVALID_INPUT", at: "purpose" },
  },
  {
    name: "one act for two people",
    code: `return consent.record({ purpose: signUp, subject: [SUBJECT, "account-2"], notice, decision: "given" });`,
    error: "TS2322",
    mentions: "'string[]' is not assignable to type 'string'",
    atRunTime: { refused: "INVALID_INPUT", at: "subject" },
  },
  {
    name: "an act of the app itself",
    code: act(`actor: "app"`),
    error: "TS2322",
    mentions: `'"app"' is not assignable to type 'ConsentActor'`,
    atRunTime: { refused: "INVALID_INPUT", at: "decision.actor" },
  },
  {
    name: "an act of a teacher",
    code: act(`actor: "teacher", age: 9`),
    error: "TS2322",
    mentions: `'"teacher"' is not assignable to type 'ConsentActor'`,
    atRunTime: { refused: "INVALID_INPUT", at: "decision.actor" },
  },
  {
    name: "a withdrawal by the app",
    code: `return consent.withdraw(record.id, { actor: "app" });`,
    error: "TS2322",
    mentions: `'"app"' is not assignable to type 'ConsentActor`,
    atRunTime: { refused: "INVALID_INPUT", at: "withdraw.actor" },
  },
  {
    name: "a withdrawal by its actor alone",
    code: `return consent.withdraw(record.id, "guardian");`,
    error: "TS2559",
    mentions: "'\"guardian\"' has no properties in common with type 'WithdrawOptions'",
    atRunTime: { gives: undefined, because: "the consent ends, and the record says that the person did it" },
  },
  {
    name: "a withdrawal of the record itself",
    code: `return consent.withdraw(record);`,
    error: "TS2345",
    mentions: "'ConsentRecord' is not assignable to parameter of type 'string'",
    atRunTime: { refused: "HANDLE_UNKNOWN", at: "recordId" },
  },
  {
    name: "a withdrawal of nothing",
    code: `return consent.withdraw();`,
    error: "TS2554",
    mentions: "Expected 1-2 arguments, but got 0",
    atRunTime: { refused: "HANDLE_UNKNOWN", at: "recordId" },
  },
  {
    name: "a record that is changed",
    code: `
      record.granted = ["contacts"];
      return consent.grant(signUp, SUBJECT, { optional: ["contacts"] });`,
    error: "TS2540",
    mentions: "Cannot assign to 'granted' because it is a read-only property",
    atRunTime: { refused: "CONSENT_REQUIRED", at: "contacts" },
  },
  {
    name: "a field added to what a record grants",
    code: `
      record.granted.push("contacts");
      return consent.grant(signUp, SUBJECT, { optional: ["contacts"] });`,
    error: "TS2339",
    mentions: "Property 'push' does not exist on type 'readonly Field[]'",
    atRunTime: { refused: "CONSENT_REQUIRED", at: "contacts" },
  },
];

export const doubtfulDecisions: readonly UnseenMisuse[] = [
  {
    name: "a child that decides",
    code: `
      const shown = consent.notice(newsletter, "zh");
      return consent.record({ purpose: newsletter, subject: SUBJECT, notice: shown, decision: "given", age: 13 });`,
    atRunTime: { refused: "GUARDIAN_REQUIRED" },
  },
  {
    name: "an act in front of another notice",
    code: `
      const other = consent.notice(newsletter, "zh");
      return consent.record({ purpose: signUp, subject: SUBJECT, notice: other, decision: "given" });`,
    atRunTime: { refused: "INVALID_INPUT", at: "decision.notice.hash" },
  },
  {
    name: "an act of a person without an id",
    code: `return consent.record({ purpose: signUp, subject: "", notice, decision: "given" });`,
    atRunTime: { refused: "INVALID_INPUT", at: "subject" },
  },
  {
    name: "a grant after a withdrawal",
    code: `
      const other = await grantOf("name");
      const act = await consent.record({ purpose: newsletter, subject: SUBJECT, notice: consent.notice(newsletter, "zh"), decision: "given" });
      await consent.withdraw(act.id);
      return [other.purposeId, await consent.grant(newsletter, SUBJECT)];`,
    atRunTime: { refused: "CONSENT_WITHDRAWN", at: "contact-details" },
  },
];
