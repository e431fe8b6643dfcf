import { inspect } from "node:util";
import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJsonObject } from "./parse-json-object.ts";

const call = { provider: "acme", action: "CheckName" };

describe("parseJsonObject", () => {
  it("reads an object, whatever else is in it", () => {
    expect(parseJsonObject('{"Result":"0","New":[1]}', call)).toEqual({ Result: "0", New: [1] });
  });

  it.each(["", "<html>", '{"Result":"0"', "[]", "null", "0", '"text"', '{"a":1}{"b":2}'])(
    "refuses %j",
    (body) => {
      expect(() => parseJsonObject(body, call)).toThrow(
        expect.objectContaining({
          code: "RESPONSE_INVALID",
          charge: expect.objectContaining({ charged: "unknown" }),
        }),
      );
    },
  );

  it("never quotes the body", () => {
    assert(
      property(string(), (text) => {
        const body = `某一一${text}`;

        expect(errorOf(() => parseJsonObject(body, call))).not.toContain("某一一");
      }),
    );
  });
});

function errorOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return inspect(error) + JSON.stringify(error);
  }
  throw new Error("no error");
}
