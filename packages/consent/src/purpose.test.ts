import { UsageError } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { definePurpose } from "./purpose.ts";
import type { PurposeOptions } from "./purpose-options.ts";
import { plainParts, text } from "./test-support/community.ts";

const options = { ...plainParts, id: "register", required: ["mobile-number"] } as const;

describe("definePurpose", () => {
  it("assumes the strictest: a basic function, nothing optional, no recipient", () => {
    const { recipients: _, ...alone } = options;
    const purpose = definePurpose(alone);

    expect(purpose).toMatchObject({ function: "basic", optional: [], recipients: [] });
  });

  it.each<[string, object, string]>([
    ["an id in capitals", { id: "Register" }, "purpose.id"],
    ["an id with a slash", { id: "a/b" }, "purpose.id"],
    ["an id of 65 characters", { id: "a".repeat(65) }, "purpose.id"],
    ["a purpose that collects nothing", { required: [] }, "purpose.required"],
    ["a name that is no field", { required: ["mobile-nubmer"] }, "purpose.required"],
    ["an optional name that is no field", { optional: ["address-book"] }, "purpose.required"],
    ["a field that is required twice", { required: ["name", "name"] }, "purpose.optional"],
    ["a field that is required and optional", { optional: ["mobile-number"] }, "purpose.optional"],
    ["a legal basis without the law", { basis: { article: "13.3", legalRef: "" } }, "purpose.basis.legalRef"],
    ["a legal basis of blanks", { basis: { article: "13.2", legalRef: "  " } }, "purpose.basis.legalRef"],
  ])("refuses %s", (_what, change, path) => {
    // The compiler refuses most of these too; plain JavaScript does not.
    const wrong = { ...options, ...change } as PurposeOptions<"mobile-number", never>;

    expect(() => definePurpose(wrong)).toThrow(UsageError);
    expect(() => definePurpose(wrong)).toThrow(expect.objectContaining({ code: "INVALID_OPTION", path }));
  });

  it("does not repeat what it refuses", () => {
    const wrong = { ...options, required: ["16400000001"] } as unknown as PurposeOptions<"name", never>;

    expect(() => definePurpose(wrong)).not.toThrow(/16400000001/);
    expect(() => definePurpose(wrong)).toThrow("holds a name that is not a field");
  });

  it("takes an optional field alone: a purpose that asks and insists on nothing", () => {
    const purpose = definePurpose({
      ...plainParts,
      id: "find-friends",
      required: [],
      optional: ["contacts"],
    });

    expect(purpose.required).toEqual([]);
    expect(purpose.title).toEqual(text("Open an account", "注册账号"));
  });
});
