import type { Misuse, RightUse } from "../misuse.ts";

/** A check, the fields of it that the grant covers, and the one that it does not. */
type Row = readonly [check: string, held: readonly string[], missing: string];

const ROWS: readonly Row[] = [
  ["phone", ["mobile-number"], "name"],
  ["phone", ["name"], "mobile-number"],
  ["phoneWithId", ["mobile-number", "name"], "id-document-number"],
  ["phoneWithId", ["mobile-number", "id-document-number"], "name"],
  ["phoneWithId", ["name", "id-document-number"], "mobile-number"],
  ["possession", ["mobile-number"], "one-tap-token"],
  ["possessionOfNumber", ["one-tap-token"], "mobile-number"],
  ["possessionOfNumber", ["mobile-number"], "one-tap-token"],
  ["person", ["id-document-number"], "name"],
  ["person", ["name"], "id-document-number"],
  ["personFrom", ["name", "id-document-number"], "id-document-validity"],
  ["personUntil", ["name", "id-document-number"], "id-document-validity"],
  ["personWithCard", ["name", "id-document-number"], "id-document-validity"],
  ["personWithCard", ["name", "id-document-validity"], "id-document-number"],
  ["personWithCard", ["id-document-number", "id-document-validity"], "name"],
  ["company", ["entity-name"], "credit-code"],
  ["company", ["credit-code"], "entity-name"],
  ["companyWithHead", ["credit-code", "entity-name"], "legal-representative-name"],
  ["companyWithHead", ["credit-code", "legal-representative-name"], "entity-name"],
  [
    "companyWithHeadId",
    ["credit-code", "entity-name", "legal-representative-name"],
    "legal-representative-id-number",
  ],
  [
    "companyWithHeadId",
    ["credit-code", "entity-name", "legal-representative-id-number"],
    "legal-representative-name",
  ],
  ["credential", ["face-image"], "network-identity-credential"],
  ["credentialAndPassword", ["face-image"], "network-identity-credential"],
  ["credentialAndFace", ["network-identity-credential"], "face-image"],
  ["credentialAndFace", ["face-image"], "network-identity-credential"],
  ["credentialPasswordFace", ["network-identity-credential"], "face-image"],
  ["credentialPasswordFace", ["face-image"], "network-identity-credential"],
  // What is close to a field is another field.
  ["person", ["name", "id-document-copy", "id-document-type"], "id-document-number"],
  ["phone", ["name", "contact-phone"], "mobile-number"],
  ["phone", ["mobile-number", "account"], "name"],
  ["credential", ["network-identity-subject"], "network-identity-credential"],
  ["credentialAndFace", ["network-identity-credential", "photos"], "face-image"],
  ["companyWithHead", ["credit-code", "entity-name", "name"], "legal-representative-name"],
  [
    "companyWithHeadId",
    ["credit-code", "entity-name", "legal-representative-name", "id-document-number"],
    "legal-representative-id-number",
  ],
  ["person", ["name", "app:id-document-number"], "id-document-number"],
];

/** As the compiler writes a property. */
const quoted = (field: string): string => (/^\w+$/.test(field) ? field : `"${field}"`);

const verify = (check: string, fields: readonly string[]): string =>
  `return verifier.verify(${check}, { grant: await grantOf(${fields.map((field) => `"${field}"`).join(", ")}) });`;

/** For every kind of check and each of its parts: the grant covers the others. */
export const grantLacksAField: readonly Misuse[] = ROWS.map(([check, held, missing]) => ({
  name: `${check} under a grant of ${held.join(", ")}`,
  code: verify(check, held),
  error: "TS2322",
  mentions: `Property '${quoted(missing)}' is missing`,
  atRunTime: { refused: "CONSENT_REQUIRED", at: missing },
}));

const WHOLE: readonly (readonly [check: string, fields: readonly string[]])[] = [
  ["phone", ["mobile-number", "name"]],
  ["phoneWithId", ["mobile-number", "name", "id-document-number"]],
  ["possession", ["one-tap-token"]],
  ["possessionOfNumber", ["one-tap-token", "mobile-number"]],
  ["person", ["name", "id-document-number"]],
  ["personFrom", ["name", "id-document-number", "id-document-validity"]],
  ["personUntil", ["name", "id-document-number", "id-document-validity"]],
  ["personWithCard", ["name", "id-document-number", "id-document-validity"]],
  ["company", ["credit-code", "entity-name"]],
  ["companyWithHead", ["credit-code", "entity-name", "legal-representative-name"]],
  [
    "companyWithHeadId",
    ["credit-code", "entity-name", "legal-representative-name", "legal-representative-id-number"],
  ],
  ["credential", ["network-identity-credential"]],
  ["credentialAndPassword", ["network-identity-credential"]],
  ["credentialAndFace", ["network-identity-credential", "face-image"]],
  ["credentialPasswordFace", ["network-identity-credential", "face-image"]],
];

/** The same checks under a grant of all that they send, and under one of more. */
export const grantOfEveryField: readonly RightUse[] = [
  ...WHOLE,
  ["person", ["name", "id-document-number", "mobile-number", "face-image", "app:nickname"]] as const,
].map(([check, fields]) => ({
  name: `${check} under a grant of ${fields.join(", ")}`,
  code: verify(check, fields)
    .replace("return", "const outcome = await")
    .replace(/$/, " return outcome.status;"),
  gives: "match",
}));
