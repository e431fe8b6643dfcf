import type { Capability, CheckKind, Field } from "@shiming/contract";

/** A test citizen that the NPPA publishes for its real-name interface (test system description V1.2, section 1). */
const name = "某一一";
const idNumber = "110000190101010001";

const phone = { kind: "phone", phone: "16400000001", name } as const;
const possession = { kind: "phone-possession", token: "opaque-token" } as const;
const person = { kind: "resident-id", name, idNumber } as const;
/** The printed example of GB 32100-2015. */
const company = { kind: "credit-code", creditCode: "91350100M000100Y43", entityName: "测试企业" } as const;
const credential = {
  kind: "network-identity",
  bizSeq: "0123456789abcdef0123456789ABCDEF",
  mode: "R01",
  idCardAuthData: "opaque-credential",
} as const;

/** Every kind of check, with each of its optional parts. */
export const CHECKS = {
  phone,
  phoneWithId: { ...phone, idNumber },
  possession,
  possessionOfNumber: { ...possession, phone: phone.phone },
  person,
  personFrom: { ...person, validFrom: "2020-01-01" },
  personUntil: { ...person, validTo: "long-term" },
  personWithCard: { ...person, validFrom: "2020-01-01", validTo: "long-term" },
  company,
  companyWithHead: { ...company, legalRepresentative: { name } },
  companyWithHeadId: { ...company, legalRepresentative: { name, idNumber } },
  credential,
  credentialAndPassword: { ...credential, mode: "R02", certPwdData: "opaque-password" },
  credentialAndFace: { ...credential, mode: "R03", faceImage: "aW1hZ2U=" },
  credentialPasswordFace: {
    ...credential,
    mode: "R04",
    certPwdData: "opaque-password",
    faceImage: "aW1hZ2U=",
  },
} as const;

/** By the names that snippets use. */
export type Checks = typeof CHECKS;

const kinds: readonly (readonly [CheckKind, ...Field[]])[] = [
  ["phone", "mobile-number", "name"],
  ["phone", "mobile-number", "name", "id-document-number"],
  ["phone-possession", "one-tap-token"],
  ["phone-possession", "one-tap-token", "mobile-number"],
  ["resident-id", "name", "id-document-number"],
  ["resident-id", "name", "id-document-number", "id-document-validity"],
  ["credit-code", "credit-code", "entity-name"],
  ["credit-code", "credit-code", "entity-name", "legal-representative-name"],
  [
    "credit-code",
    "credit-code",
    "entity-name",
    "legal-representative-name",
    "legal-representative-id-number",
  ],
  ["network-identity", "network-identity-credential"],
  ["network-identity", "network-identity-credential", "face-image"],
];

/** A provider with these can do every check above, so that nothing but the guard can be in the way. */
export const CAPABILITIES: readonly Capability[] = kinds.map(([kind, ...fields]) => ({ kind, fields }));
