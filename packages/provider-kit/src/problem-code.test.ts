import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemCodeOf } from "./problem-code.ts";

const reply = (status: number, type: string | undefined, body: string) =>
  ({ kind: "response", status, headers: { "content-type": type }, body }) as const;

const BODY = '{"type":"about:blank","status":409,"code":"transaction_used"}';

describe("problemCodeOf", () => {
  it.each(["application/problem+json", "Application/Problem+JSON; charset=utf-8"])("reads %s", (type) => {
    expect(problemCodeOf(reply(409, type, BODY))).toBe("transaction_used");
  });

  it.each([
    ["of another media type", reply(409, "application/json", BODY)],
    ["without a media type", reply(409, undefined, BODY)],
    ["of a server that failed", reply(502, "application/problem+json", BODY)],
    ["that is not JSON", reply(409, "application/problem+json", "{")],
    ["without a code", reply(409, "application/problem+json", "{}")],
    ["whose code is no text", reply(409, "application/problem+json", '{"code":409}')],
    ["whose code is far too long", reply(409, "application/problem+json", `{"code":"${"x".repeat(65)}"}`)],
  ])("has none for an answer %s", (_which, given) => {
    expect(problemCodeOf(given)).toBeUndefined();
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.string(), (status, body) => {
        expect(() => problemCodeOf(reply(status, "application/problem+json", body))).not.toThrow();
      }),
    );
  });
});
