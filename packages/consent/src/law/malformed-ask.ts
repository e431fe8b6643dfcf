import { isField } from "@shiming/contract";
import type { Ask, AskRecipient, BasisArticle, ChangedPart, Operation, RecipientRole } from "./ask.ts";
import { type Denial, deny } from "./denial.ts";

/** Keys of a table that the compiler keeps whole. */
const setOf = <Name extends string>(names: Readonly<Record<Name, true>>): ReadonlySet<unknown> =>
  new Set(Object.keys(names));

const OPERATIONS: ReadonlySet<unknown> = setOf<Operation>({
  collect: true,
  use: true,
  share: true,
  entrust: true,
  publish: true,
  export: true,
  "auto-decision": true,
  "face-verify": true,
  retain: true,
});
const BASES: ReadonlySet<unknown> = setOf<BasisArticle>({
  "13.1": true,
  "13.2": true,
  "13.3": true,
  "13.4": true,
  "13.5": true,
  "13.6": true,
  "13.7": true,
});
const ROLES: ReadonlySet<unknown> = setOf<RecipientRole>({
  handler: true,
  processor: true,
  joint: true,
  "third-party-app": true,
  successor: true,
  "foreign-judicial": true,
});
const PARTS: ReadonlySet<unknown> = setOf<ChangedPart>({ purpose: true, method: true, kinds: true });

/** What a caller without types can hand over in the place of an ask. */
type Loose = { readonly [Part in keyof Ask]?: unknown };

const isText = (value: unknown): boolean => value === undefined || typeof value === "string";
const isFlag = (value: unknown): boolean => value === undefined || typeof value === "boolean";
const isAge = (age: unknown): boolean =>
  age === "unknown" || (typeof age === "number" && Number.isFinite(age) && age >= 0);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Whether every part other than fields and recipients has a shape that the rules can read. */
function isReadable(ask: Loose): boolean {
  const { changedSince = [], required = [], realName } = ask;
  return (
    OPERATIONS.has(ask.operation) &&
    BASES.has(ask.basis) &&
    isAge(ask.age) &&
    typeof ask.purposeId === "string" &&
    ask.purposeId !== "" &&
    [ask.legalRef, ask.writtenRequiredBy, ask.noticeExemptBy, ask.faceOnlyRequiredBy].every(isText) &&
    [ask.childDirected, ask.majorEffect, ask.marketing, ask.publicPlaceImages].every(isFlag) &&
    [ask.staysOnDevice, ask.surplus, ask.soleProprietor].every(isFlag) &&
    isList(changedSince) &&
    changedSince.every((part) => PARTS.has(part)) &&
    isList(required) &&
    (realName === undefined || isObject(realName))
  );
}

function isRecipient(value: unknown): value is AskRecipient {
  if (!isObject(value) || !("id" in value) || !("role" in value)) return false;
  const isPlace = !("outsideMainland" in value) || isFlag(value.outsideMainland);
  return typeof value.id === "string" && value.id !== "" && ROLES.has(value.role) && isPlace;
}

/** What is wrong with an ask itself: for callers without types, and for what types cannot say. */
export function malformedAsk(ask: Ask): Denial | undefined {
  const loose: unknown = ask;
  if (!isObject(loose)) return deny("ASK_INVALID", "CR-02", []);
  const { fields, recipients = [] }: Loose = loose;
  if (!isList(fields) || fields.length === 0 || !isList(recipients) || !isReadable(loose)) {
    return deny("ASK_INVALID", "CR-02", []);
  }
  const isKnown = fields.every((field) => typeof field === "string" && isField(field));
  if (!isKnown) return deny("FIELD_UNKNOWN", "CR-02", []);
  return recipients.every(isRecipient) ? undefined : deny("RECIPIENT_UNKNOWN", "CR-07", ask.fields);
}
