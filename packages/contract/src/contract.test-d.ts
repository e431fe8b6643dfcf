import { describe, expectTypeOf, it } from "vitest";
import type { Check } from "./check.ts";
import type { FieldsOf, SealedCheck } from "./check-fields.ts";
import type { Field } from "./field.ts";
import type { ConsentGrant } from "./grant.ts";
import type { Outcome } from "./outcome.ts";
import type { Sealed } from "./sealed.ts";

declare const namePhone: ConsentGrant<"name" | "mobile-number">;
declare const nameOnly: ConsentGrant<"name">;

describe("FieldsOf", () => {
  it("follows the parts that the check has", () => {
    expectTypeOf<FieldsOf<{ kind: "phone"; phone: string; name: string }>>().toEqualTypeOf<
      "mobile-number" | "name"
    >();
    expectTypeOf<
      FieldsOf<{
        kind: "credit-code";
        creditCode: string;
        entityName: string;
        legalRepresentative: { name: string };
      }>
    >().toEqualTypeOf<"credit-code" | "entity-name" | "legal-representative-name">();
  });

  it("counts a part that may be there", () => {
    expectTypeOf<FieldsOf<{ kind: "phone"; phone: string; name: string; idNumber?: string }>>().toEqualTypeOf<
      "mobile-number" | "name" | "id-document-number"
    >();
  });

  it("is every field of every kind for an unknown check, and never any", () => {
    expectTypeOf<FieldsOf<Check>>().toExtend<Field>();
    expectTypeOf<"face-image">().toExtend<FieldsOf<Check>>();
    expectTypeOf<FieldsOf<Check>>().not.toBeAny();
  });
});

describe("ConsentGrant", () => {
  it("for more fields is a grant for fewer", () => {
    expectTypeOf(namePhone).toExtend<ConsentGrant<"name">>();
    expectTypeOf(namePhone).toExtend<ConsentGrant>();
  });

  it("for fewer fields is not a grant for more", () => {
    expectTypeOf(nameOnly).not.toExtend<ConsentGrant<"name" | "mobile-number">>();
    // @ts-expect-error Property '"mobile-number"' is missing
    const wider: ConsentGrant<"name" | "mobile-number"> = nameOnly;
    void wider;
  });

  it("cannot be written by hand", () => {
    // @ts-expect-error the brand is missing and has no name outside the contract
    const forged: ConsentGrant<"name"> = { id: "1", purposeId: "register", expiresAt: 0 };
    void forged;
  });
});

describe("Field", () => {
  it("refuses a misspelt name and takes an app's own", () => {
    expectTypeOf<"mobile-nubmer">().not.toExtend<Field>();
    expectTypeOf<"app:favourite-colour">().toExtend<Field>();
  });
});

describe("SealedCheck", () => {
  it("seals the personal parts and leaves the others", () => {
    type Identity = Extract<SealedCheck, { kind: "network-identity" }>;

    expectTypeOf<Identity["idCardAuthData"]>().toEqualTypeOf<Sealed<"network-identity-credential">>();
    expectTypeOf<Identity["bizSeq"]>().toBeString();
  });

  it("reaches into the legal representative", () => {
    type Company = Extract<SealedCheck, { kind: "credit-code" }>;

    expectTypeOf<NonNullable<Company["legalRepresentative"]>["name"]>().toEqualTypeOf<
      Sealed<"legal-representative-name">
    >();
  });
});

describe("Outcome", () => {
  it("narrows by status", () => {
    expectTypeOf<Extract<Outcome, { status: "in-doubt" }>["handle"]>().toBeString();
    // @ts-expect-error a match has no problems
    type None = Extract<Outcome, { status: "match" }>["problems"];
    expectTypeOf<None>().not.toBeString();
  });
});
