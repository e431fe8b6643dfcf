import type { ConsentGrant, Field } from "@shiming/contract";
import { describe, expectTypeOf, it } from "vitest";
import type { Consent } from "./consent.ts";
import { definePurpose, type Purpose } from "./purpose.ts";
import { plainParts } from "./test-support/community.ts";

declare const consent: Consent;

const register = definePurpose({
  ...plainParts,
  id: "register",
  required: ["mobile-number", "name"],
  optional: ["contacts", "gender"],
});

/** Stands for `verify`: whoever needs these fields asks for a grant of them. */
declare function needs<F extends Field>(grant: ConsentGrant<F>): F;

describe("definePurpose", () => {
  it("keeps the fields in the type", () => {
    expectTypeOf(register).toEqualTypeOf<Purpose<"mobile-number" | "name", "contacts" | "gender">>();
  });

  it("has no optional field unless one is named", () => {
    const alone = definePurpose({ ...plainParts, id: "alone", required: ["name"], optional: [] });

    expectTypeOf(alone).toEqualTypeOf<Purpose<"name", never>>();
  });

  it("refuses a misspelt field, and a legal basis without the law", () => {
    // @ts-expect-error "mobile-nubmer" is no field
    definePurpose({ ...plainParts, id: "wrong", required: ["mobile-nubmer"] });
    // @ts-expect-error 13.3 needs a legalRef
    definePurpose({ ...plainParts, id: "wrong", required: ["name"], basis: { article: "13.3" } });
  });
});

describe("grant", () => {
  it("carries the required fields", async () => {
    const grant = await consent.grant(register, "account-1");

    expectTypeOf(grant).toEqualTypeOf<ConsentGrant<"mobile-number" | "name">>();
    expectTypeOf(grant).not.toBeAny();
  });

  it("carries the optional fields that were asked for, and no others", async () => {
    const grant = await consent.grant(register, "account-1", { optional: ["gender"] });

    expectTypeOf(grant).toEqualTypeOf<ConsentGrant<"mobile-number" | "name" | "gender">>();
  });

  it("cannot be asked for a field that the purpose does not have", () => {
    // @ts-expect-error "location" is not optional in this purpose
    void consent.grant(register, "account-1", { optional: ["location"] });
    // @ts-expect-error "name" is required, not optional
    void consent.grant(register, "account-1", { optional: ["name"] });
  });

  it("fits where fewer fields are needed, and not where more are", async () => {
    const grant = await consent.grant(register, "account-1");
    needs<"name">(grant);
    needs<"mobile-number" | "name">(grant);
    // @ts-expect-error the grant does not carry "id-document-number"
    needs<"name" | "id-document-number">(grant);
    // @ts-expect-error nor the optional field that was not asked for
    needs<"gender">(grant);
  });
});

describe("record", () => {
  it("takes only optional fields as a choice", () => {
    const decision = {
      purpose: register,
      subject: "account-1",
      notice: consent.notice(register, "zh"),
      decision: "given",
    } as const;

    void consent.record({ ...decision, optional: ["gender"] });
    // @ts-expect-error "name" is required, not optional
    void consent.record({ ...decision, optional: ["name"] });
    // @ts-expect-error an answer is `given` or `refused`
    void consent.record({ ...decision, decision: "maybe" });
  });
});

describe("withdraw", () => {
  it("takes the record alone, or who withdrew with it", () => {
    void consent.withdraw("record-1");
    void consent.withdraw("record-1", { actor: "guardian" });
    // @ts-expect-error nobody else can withdraw
    void consent.withdraw("record-1", { actor: "app" });
  });
});

describe("collect", () => {
  it("gives of a form of strings strings, and of a missing field nothing", async () => {
    const form: Record<string, string> = { name: "某一一" };
    const { data } = consent.collect(register, form, await consent.grant(register, "account-1"));

    expectTypeOf(data.name).toEqualTypeOf<string | undefined>();
  });

  it("gives data by the names of the purpose, unknown until the app reads them", async () => {
    const { data } = consent.collect(register, {}, await consent.grant(register, "account-1"));

    expectTypeOf(data).toEqualTypeOf<{
      readonly [F in "mobile-number" | "name" | "contacts" | "gender"]?: unknown;
    }>();
    // @ts-expect-error not a field of this purpose
    void data.location;
  });
});
