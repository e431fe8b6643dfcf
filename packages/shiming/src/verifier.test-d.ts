import type { Check, ConsentGrant, Outcome, Problem } from "@shiming/contract";
import { describe, expectTypeOf, it } from "vitest";
import type { Verifier } from "./verifier.ts";
import type { ReceiptCheck } from "./verify-receipt.ts";

declare const verifier: Verifier;
declare const nameAndNumber: ConsentGrant<"name" | "id-document-number">;
declare const nameOnly: ConsentGrant<"name">;
declare const wide: ConsentGrant<"name" | "id-document-number" | "mobile-number" | "face-image">;
declare const none: ConsentGrant;
declare const check: Check;

const person = { kind: "resident-id", name: "某一一", idNumber: "110000190101010001" } as const;
const phone = { kind: "phone", phone: "13800138000", name: "某一一" } as const;

describe("verify", () => {
  it("takes a grant of exactly its fields, or of more", () => {
    expectTypeOf(verifier.verify(person, { grant: nameAndNumber })).resolves.toEqualTypeOf<Outcome>();
    void verifier.verify(person, { grant: wide });
    void verifier.verify(phone, { grant: wide });
  });

  it("does not compile with a grant that lacks a field", () => {
    // @ts-expect-error "id-document-number" is missing
    void verifier.verify(person, { grant: nameOnly });
    // @ts-expect-error "mobile-number" is missing
    void verifier.verify(phone, { grant: nameAndNumber });
    // @ts-expect-error a grant of nothing is a grant for nothing
    void verifier.verify(person, { grant: none });
  });

  it("asks for one field more when the check has one part more", () => {
    const threeElements = { ...phone, idNumber: person.idNumber } as const;
    const grant: ConsentGrant<"mobile-number" | "name"> = wide;

    void verifier.verify(phone, { grant });
    // @ts-expect-error "id-document-number" is missing
    void verifier.verify(threeElements, { grant });
    // @ts-expect-error "id-document-validity" is missing
    void verifier.verify({ ...person, validTo: "long-term" }, { grant: nameAndNumber });
  });

  it("reaches into the legal representative", () => {
    const grant = nameAndNumber as unknown as ConsentGrant<"credit-code" | "entity-name">;
    const company = {
      kind: "credit-code",
      creditCode: "91350100M000100Y43",
      entityName: "测试企业",
    } as const;

    void verifier.verify(company, { grant });
    // @ts-expect-error "legal-representative-name" is missing
    void verifier.verify({ ...company, legalRepresentative: { name: "某一一" } }, { grant });
  });

  it("does not compile with a grant that was written by hand, or with none", () => {
    // @ts-expect-error the brand has no name outside the contract
    void verifier.verify(person, { grant: { id: "1", purposeId: "real-name", expiresAt: 0 } });
    // @ts-expect-error a grant is needed
    void verifier.verify(person, {});
    // @ts-expect-error and so are the options
    void verifier.verify(person);
  });

  it("wants every field of every kind for a check that is not known", () => {
    // @ts-expect-error what the check will send is not known
    void verifier.verify(check, { grant: wide });
  });

  it("refuses a part that the kind does not have", () => {
    // @ts-expect-error a resident ID check has no phone
    void verifier.verify({ kind: "resident-id", name: "某一一", phone: "13800138000" }, { grant: wide });
    // @ts-expect-error there is no such kind
    void verifier.verify({ kind: "passport", name: "某一一" }, { grant: wide });
  });
});

describe("an outcome", () => {
  it("has a handle only where there is something to wait for", async () => {
    const outcome = await verifier.verify(person, { grant: wide });
    expectTypeOf(outcome).not.toBeAny();
    if (outcome.status === "pending" || outcome.status === "in-doubt")
      expectTypeOf(outcome.handle).toBeString();
    if (outcome.status === "invalid") expectTypeOf(outcome.problems).toEqualTypeOf<readonly Problem[]>();
    // @ts-expect-error a match has no handle
    if (outcome.status === "match") void outcome.handle;
  });
});

describe("a checked receipt", () => {
  it("has claims only when it is valid", () => {
    expectTypeOf<Extract<ReceiptCheck, { valid: true }>["claims"]["sub"]>().toBeString();
    // @ts-expect-error a receipt that does not hold tells nothing
    expectTypeOf<Extract<ReceiptCheck, { valid: false }>["claims"]>().toBeUnknown();
  });
});
