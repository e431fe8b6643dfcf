import type { Check } from "./check.ts";
import type { Field } from "./field.ts";
import type { Sealed } from "./sealed.ts";

/**
 * Which part of a check is which personal field. Parts that are absent here (`kind`, `bizSeq`, `mode`, `operator`)
 * are not personal. The types below and the walk at run time both read this table.
 */
export const CHECK_FIELDS = {
  phone: { phone: "mobile-number", name: "name", idNumber: "id-document-number" },
  "phone-possession": { token: "one-tap-token", phone: "mobile-number" },
  "resident-id": {
    name: "name",
    idNumber: "id-document-number",
    validFrom: "id-document-validity",
    validTo: "id-document-validity",
  },
  "credit-code": {
    creditCode: "credit-code",
    entityName: "entity-name",
    legalRepresentative: { name: "legal-representative-name", idNumber: "legal-representative-id-number" },
  },
  "network-identity": {
    idCardAuthData: "network-identity-credential",
    certPwdData: "network-identity-credential",
    faceImage: "face-image",
  },
} as const;

/** A leaf names a field; a branch is an object of the check with parts of its own. */
export type FieldTree = { readonly [part: string]: Field | FieldTree };

type Tables = typeof CHECK_FIELDS;

type FieldsIn<Value, Tree> = {
  [Part in keyof Tree & keyof Value]: undefined extends Value[Part]
    ? FieldsOfPart<Exclude<Value[Part], undefined>, Tree[Part]>
    : FieldsOfPart<Value[Part], Tree[Part]>;
}[keyof Tree & keyof Value];

type FieldsOfPart<Value, Tree> = [Value] extends [never]
  ? never
  : Tree extends Field
    ? Tree
    : FieldsIn<Value, Tree>;

/**
 * The fields that a check sends. A part that may be there counts: leave it out of the type to leave it out of the grant.
 *
 * @example
 * ```ts
 * import type { FieldsOf } from "@shiming/contract";
 *
 * type TwoElements = FieldsOf<{ kind: "phone"; phone: string; name: string }>; // "mobile-number" | "name"
 * const field: TwoElements = "name";
 * ```
 */
export type FieldsOf<C extends Check> = C extends Check ? FieldsIn<C, Tables[C["kind"]]> : never;

type SealIn<Value, Tree> = {
  readonly [Part in keyof Value]: Part extends keyof Tree ? SealPart<Value[Part], Tree[Part]> : Value[Part];
};

type SealPart<Value, Tree> = Value extends undefined
  ? undefined
  : Tree extends Field
    ? Sealed<Tree>
    : SealIn<Value, Tree>;

/** A check whose personal parts are sealed: what a provider gets. */
export type SealedCheck<C extends Check = Check> = C extends Check ? SealIn<C, Tables[C["kind"]]> : never;
