import { inspect } from "node:util";
import { assert, jsonValue, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { idCardVerification } from "./id-card-verification.ts";
import { readAnswer } from "./read-answer.ts";
import { NAME } from "./test-support/checks.ts";

const read = (body: string) => readAnswer(idCardVerification, body, undefined);
const readJson = (value: unknown) => read(JSON.stringify(value));

function errorOf(body: string): unknown {
  try {
    return read(body);
  } catch (error) {
    return error;
  }
}

describe("readAnswer", () => {
  it("hands on the request id, for a support ticket", () => {
    expect(readJson({ Response: { Result: "0", RequestId: "94b54cdf-d975" } }).reference).toBe(
      "94b54cdf-d975",
    );
  });

  it.each([undefined, 7, null, "x".repeat(65)])(
    "does not lose an answer over a request id like %j",
    (RequestId) => {
      expect(readJson({ Response: { Result: "0", RequestId } })).toStrictEqual({
        status: "match",
        charge: { charged: "yes", basis: "tencent IdCardVerification 0" },
      });
    },
  );

  it("takes an error before anything else in the answer", () => {
    const Response = {
      Result: "0",
      Error: { Code: "RequestLimitExceeded", Message: NAME },
      RequestId: "r-1",
    };

    expect(() => readJson({ Response })).toThrow(expect.objectContaining({ code: "THROTTLED" }));
  });

  it.each([
    ["HTML", "<html>503</html>"],
    ["half an object", '{"Response":{"Result":"0"'],
    ["nothing", ""],
    ["no envelope", '{"Result":"0"}'],
    ["an empty envelope", '{"Response":{}}'],
    ["a result of another type", '{"Response":{"Result":0}}'],
    ["an error without a code", '{"Response":{"Error":{"Message":"no"}}}'],
  ])("does not guess at %s", (_what, body) => {
    expect(errorOf(body)).toMatchObject({ code: "RESPONSE_INVALID", charge: { charged: "unknown" } });
  });

  it("answers or throws a provider error, whatever comes", () => {
    assert(
      property(jsonValue(), string(), (value, code) => {
        for (const body of [
          { Response: value },
          { Response: { Result: code } },
          { Response: { Error: { Code: code } } },
        ]) {
          const answer = errorOf(JSON.stringify(body));

          expect(answer).toHaveProperty("charge.basis");
        }
      }),
    );
  });

  it("never tells what the vendor wrote, only its codes", () => {
    const texts = [
      readAnswerText({ Error: { Code: NAME, Message: NAME } }),
      readAnswerText({ Error: { Code: "InvalidParameter", Message: NAME } }),
      readAnswerText({ Result: NAME, Description: NAME }),
      readAnswerText({ Result: { [NAME]: NAME } }),
    ];

    expect(texts.join("\n")).not.toContain(NAME);
  });
});

function readAnswerText(Response: object): string {
  const error = errorOf(JSON.stringify({ Response }));
  return inspect(error, { depth: 9 }) + JSON.stringify(error);
}
