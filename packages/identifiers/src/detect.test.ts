import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditCode } from "./credit-code.ts";
import { detect } from "./detect.ts";
import { mobileNumber } from "./mobile-number.ts";
import { personName } from "./person-name.ts";
import { residentId } from "./resident-id.ts";

const EXAMPLES = ["11010519491231002X", "91350100M000100Y43", "13800138000", "某一一", "MOU YI"];

describe("detect", () => {
  it.each([
    ["11010519491231002X", ["residentId"]],
    ["91350100M000100Y43", ["creditCode"]],
    ["+86 138 0013 8000", ["mobileNumber"]],
    ["某一一", ["personName"]],
    ["11010519491231002", []],
    ["", []],
  ])("reads %j as %j", (input, names) => {
    expect(detect(input)).toEqual(names);
  });

  it("agrees with isValid of every kind", () => {
    const kinds = { residentId, creditCode, mobileNumber, personName };
    const inputs = fc.oneof(fc.constantFrom(...EXAMPLES), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(inputs, (input) => {
        const valid = Object.entries(kinds).filter(([, kind]) => kind.isValid(input));
        expect(detect(input)).toEqual(valid.map(([name]) => name));
      }),
    );
  });
});
