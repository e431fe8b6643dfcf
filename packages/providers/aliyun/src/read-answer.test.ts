import { inspect } from "node:util";
import { assert, jsonValue, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { id2MetaVerify } from "./id2-meta-verify.ts";
import { readAnswer } from "./read-answer.ts";
import { NAME } from "./test-support/checks.ts";

const read = (body: string) => readAnswer(id2MetaVerify("normal"), body, undefined);
const readJson = (value: unknown) => read(JSON.stringify(value));
const MATCH = { Code: "200", ResultObject: { BizCode: "1" } };

function endOf(body: string): unknown {
  try {
    return read(body);
  } catch (error) {
    return error;
  }
}

describe("readAnswer", () => {
  it("hands on the request id, for a support ticket", () => {
    const RequestId = "130A2C10-B9EE-4D84-88E3-5384FF039795";

    expect(readJson({ ...MATCH, RequestId }).reference).toBe(RequestId);
    expect(endOf(JSON.stringify({ Code: "410", RequestId }))).toMatchObject({ reference: RequestId });
  });

  it.each([undefined, 7, null, "x".repeat(65), NAME])(
    "does not lose an answer over a request id like %j",
    (RequestId) => {
      expect(readJson({ ...MATCH, RequestId })).not.toHaveProperty("reference");
    },
  );

  it.each([
    ["HTML", "<html>503</html>"],
    ["half an object", '{"Code":"200","ResultObject":{"BizCode":"1"'],
    ["nothing", ""],
    ["no code", '{"ResultObject":{"BizCode":"1"}}'],
    ["no result", '{"Code":"200"}'],
    ["an empty result", '{"Code":"200","ResultObject":{}}'],
    ["a code that would pass for two layers", '{"Code":"200/1"}'],
    ["a code in no table", '{"Code":"499"}'],
    ["the success of another product", '{"Code":"OK","ResultObject":{"BizCode":"1"}}'],
  ])("does not guess at %s", (_what, body) => {
    expect(endOf(body)).toMatchObject({ code: "RESPONSE_INVALID", charge: { charged: "unknown" } });
  });

  it("answers or throws a provider error, whatever comes", () => {
    assert(
      property(jsonValue(), string(), (value, code) => {
        const bodies = [value, { Code: code }, { Code: "200", ResultObject: value }, { Code: value }];
        for (const body of bodies) expect(endOf(JSON.stringify(body))).toHaveProperty("charge.basis");
      }),
    );
  });

  it("never tells what the vendor wrote, only its codes", () => {
    const bodies = [
      { Code: NAME, Message: NAME },
      { Code: "401", Message: NAME },
      { Code: "499", Message: NAME },
      { Code: "200", ResultObject: { BizCode: NAME } },
      { Code: "200", ResultObject: { [NAME]: NAME } },
    ];
    const ends = bodies.map((body) => endOf(JSON.stringify(body)));

    expect(inspect(ends, { depth: 9 }) + JSON.stringify(ends)).not.toContain(NAME);
  });
});
