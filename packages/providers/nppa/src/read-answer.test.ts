import { anything, assert, property } from "fast-check";
import { ProviderError } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { readAnswer, type ReadOptions } from "./read-answer.ts";
import { CHECK, QUERY } from "./result-tables.ts";

const ai = "0123456789abcdef0123456789abcdef";
const pi = "1fffbjzos82bs9cnyj1dna7d6d29zg4esnh99u";
const options: ReadOptions = { table: CHECK, ai, piField: undefined };

const answerOf = (result: unknown, more: Partial<ReadOptions> = {}) =>
  readAnswer(JSON.stringify({ errcode: 0, errmsg: "OK", data: { result } }), { ...options, ...more });
const reading =
  (errcode: unknown, table = CHECK) =>
  () =>
    readAnswer(JSON.stringify({ errcode, errmsg: "某一一" }), { ...options, table });
const free = (code: string, action = "authentication/check") => ({
  charged: "no",
  basis: `nppa ${action} ${code}`,
});

describe("an answer", () => {
  it.each([
    [0, { status: "match" }],
    [1, { status: "pending", handle: ai }],
    [2, { status: "mismatch" }],
  ])("with status %i is %o, and free", (status, outcome) => {
    expect(answerOf({ status })).toEqual({ ...outcome, charge: free(`0/${status}`) });
  });

  it("is read the same way when it was asked for later", () => {
    expect(answerOf({ status: 1 }, { table: QUERY })).toEqual({
      status: "pending",
      handle: ai,
      charge: free("0/1", "authentication/query"),
    });
  });

  it("may have its numbers as strings", () => {
    expect(readAnswer('{"errcode":"0","data":{"result":{"status":"2"}}}', options).status).toBe("mismatch");
  });

  it.each([3, -1, "", null, undefined, {}, true])("is not guessed at when its status is %j", (status) => {
    expect(() => answerOf({ status })).toThrow(expect.objectContaining({ code: "RESPONSE_INVALID" }));
  });
});

describe("the pi", () => {
  it("is not told by default", () => {
    expect(JSON.stringify(answerOf({ status: 0, pi }))).not.toContain("1fffbj");
  });

  it("is told in the field that the app has named for it", () => {
    expect(answerOf({ status: 0, pi }, { piField: "app:player" })).toMatchObject({
      status: "match",
      attributes: { "app:player": pi },
    });
  });

  it.each([undefined, null, "", "1fffbj", 7, pi.toUpperCase()])(
    "is left out when it is %j, and the match stays",
    (odd) => {
      expect(answerOf({ status: 0, pi: odd }, { piField: "app:player" })).toEqual({
        status: "match",
        charge: free("0/0"),
      });
    },
  );

  it.each([1, 2])("is told of nobody with status %i", (status) => {
    expect(answerOf({ status, pi }, { piField: "app:player" })).not.toHaveProperty("attributes");
  });
});

describe("an error", () => {
  it("never has the vendor's text, and tells the vendor's code", () => {
    expect(reading(1011)).toThrow(
      expect.objectContaining({
        code: "MISCONFIGURED",
        vendorCode: "1011",
        message: "nppa authentication/check: the signature was refused: check secretKey and bizId",
        charge: free("1011"),
      }),
    );
  });

  it.each([7, "9999", 2003, "constructor"])("that is in no table is not guessed at: %j", (errcode) => {
    expect(reading(errcode)).toThrow(
      expect.objectContaining({
        code: "RESPONSE_INVALID",
        charge: expect.objectContaining({ charged: "unknown" }),
      }),
    );
  });

  it("of a check is not one of a query", () => {
    expect(reading(2003, QUERY)).toThrow(expect.objectContaining({ code: "UNAVAILABLE", retryable: true }));
    expect(reading(2004, QUERY)).toThrow(expect.objectContaining({ code: "RESPONSE_INVALID" }));
  });
});

function isHandled(value: unknown): boolean {
  try {
    return readAnswer(JSON.stringify(value) ?? "", options).charge.charged === "no";
  } catch (error) {
    return error instanceof ProviderError;
  }
}

it("makes of any body a result or a ProviderError", () => {
  assert(property(anything(), isHandled));
});
