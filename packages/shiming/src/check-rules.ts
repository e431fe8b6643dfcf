import type { Check, CheckKind, NetworkIdentityMode } from "@shiming/contract";
import { creditCode, mobileNumber, personName, residentId } from "@shiming/identifiers";
import type { Finding, IdentifierKind } from "@shiming/identifiers";

/** What one part of a check may be: read from unknown to its canonical form, or the rules that it breaks. */
export interface PartRule {
  readonly required: boolean;
  readonly read: (value: string, asOf: string) => Read;
}

export type Read =
  | { readonly value: string }
  | { readonly problems: readonly { readonly rule: string; readonly at?: readonly [number, number] }[] };

/** The parts that a check of one kind may have; a branch is an object with parts of its own. */
export type RuleTree = { readonly [part: string]: PartRule | RuleBranch };

export interface RuleBranch {
  readonly required: boolean;
  readonly parts: RuleTree;
}

/** A rule for each part, required exactly where the check requires it: a part without a rule does not compile. */
type RulesOf<Parts> = {
  readonly [Part in keyof Parts]-?: RuleOf<Exclude<Parts[Part], undefined>> & {
    readonly required: undefined extends Parts[Part] ? false : true;
  };
};

type RuleOf<Value> = Value extends string ? PartRule : RuleBranch & { readonly parts: RulesOf<Value> };

type CheckRules = { readonly [Kind in CheckKind]: RulesOf<Omit<Extract<Check, { kind: Kind }>, "kind">> };

/** Longest name of an entity. Company names in the registry stay far below. */
const MAX_ENTITY_NAME = 200;
/** The blobs of the official app have no published length; this bounds what is read, not what is right. */
const MAX_OPAQUE = 8192;
/** A face image of 70 kB in base64, the largest that is taken. */
const MAX_IMAGE = 96 * 1024;

const identifier =
  <Parts>(kind: IdentifierKind<Parts>): PartRule["read"] =>
  (value, asOf) => {
    const parsed = kind.parse(value, { asOf });
    return parsed.valid ? { value: parsed.value } : { problems: errorsOf(parsed.findings) };
  };

const pattern =
  (rule: string, expression: RegExp): PartRule["read"] =>
  (value) =>
    expression.test(value) ? { value } : { problems: [{ rule }] };

const text =
  (rule: string, maxLength: number): PartRule["read"] =>
  (value) =>
    value.trim() !== "" && value.length <= maxLength ? { value } : { problems: [{ rule }] };

const required = (read: PartRule["read"]) => ({ required: true, read }) as const;
const optional = (read: PartRule["read"]) => ({ required: false, read }) as const;

const date: PartRule["read"] = (value) => {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return { problems: [{ rule: "DATE_FORMAT" }] };
  const day = new Date(`${value}T00:00:00Z`);
  // A day that does not exist is either no date at all or rolls over into the next month.
  const isReal = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  return isReal ? { value } : { problems: [{ rule: "DATE_IMPOSSIBLE" }] };
};

const lastDate: PartRule["read"] = (value, asOf) => (value === "long-term" ? { value } : date(value, asOf));

/** Every part of every kind: what the caller may pass, and what makes it impossible before anybody is paid to say so. */
export const CHECK_RULES: CheckRules = {
  phone: {
    phone: required(identifier(mobileNumber)),
    name: required(identifier(personName)),
    idNumber: optional(identifier(residentId)),
  },
  "phone-possession": {
    token: required(text("OPAQUE_LENGTH", MAX_OPAQUE)),
    phone: optional(identifier(mobileNumber)),
    operator: optional(pattern("OPERATOR_UNKNOWN", /^(?:CMCC|CUCC|CTCC)$/)),
  },
  "resident-id": {
    name: required(identifier(personName)),
    idNumber: required(identifier(residentId)),
    validFrom: optional(date),
    validTo: optional(lastDate),
  },
  "credit-code": {
    creditCode: required(identifier(creditCode)),
    entityName: required(text("ENTITY_NAME_LENGTH", MAX_ENTITY_NAME)),
    legalRepresentative: {
      required: false,
      parts: { name: required(identifier(personName)), idNumber: optional(identifier(residentId)) },
    },
  },
  "network-identity": {
    bizSeq: required(pattern("BIZ_SEQ_FORMAT", /^[A-Za-z0-9]{32}$/)),
    mode: required(pattern("MODE_UNKNOWN", /^R0[1-4]$/)),
    idCardAuthData: required(text("OPAQUE_LENGTH", MAX_OPAQUE)),
    certPwdData: optional(text("OPAQUE_LENGTH", MAX_OPAQUE)),
    faceImage: optional(text("IMAGE_LENGTH", MAX_IMAGE)),
  },
};

export interface ModeParts {
  readonly certPwdData: boolean;
  readonly faceImage: boolean;
}

/** Parts that go together: R02 and R04 carry a password, R03 and R04 a face, and no other mode does. */
export const MODE_PARTS: Readonly<Record<NetworkIdentityMode, ModeParts>> = {
  R01: { certPwdData: false, faceImage: false },
  R02: { certPwdData: true, faceImage: false },
  R03: { certPwdData: false, faceImage: true },
  R04: { certPwdData: true, faceImage: true },
};

function errorsOf(findings: readonly Finding[]): { rule: string; at?: readonly [number, number] }[] {
  return findings
    .filter((finding) => finding.severity === "error")
    .map(({ code, at }) => ({ rule: code, ...(at === undefined ? {} : { at }) }));
}
