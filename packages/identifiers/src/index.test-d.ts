import { residentId, detect } from "@shiming/identifiers";
import type {
  Finding,
  FindingCode,
  IdentifierKind,
  IdentifierName,
  ResidentIdParts,
} from "@shiming/identifiers";
import { describe, expectTypeOf, it } from "vitest";

describe("the public types", () => {
  it("give value and parts only after valid was asked", () => {
    const parsed = residentId.parse("");
    // @ts-expect-error -- an invalid number has no parts
    void parsed.parts;
    if (parsed.valid) expectTypeOf(parsed.parts).toEqualTypeOf<ResidentIdParts>();
    else expectTypeOf(parsed.findings).toEqualTypeOf<readonly Finding[]>();
  });

  it("close the set of codes and names, and leave both assignable to string", () => {
    expectTypeOf<FindingCode>().toExtend<string>();
    expectTypeOf<"RESIDENT_ID_CHECK">().toExtend<FindingCode>();
    expectTypeOf<string>().not.toExtend<FindingCode>();
    expectTypeOf(detect).returns.toEqualTypeOf<readonly IdentifierName[]>();
  });

  it("let a kind be used where any kind will do", () => {
    expectTypeOf(residentId).toExtend<IdentifierKind<unknown>>();
  });
});
