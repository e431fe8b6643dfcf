import { defineResultTable } from "@shiming/provider-kit";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { badToken } from "./rows.ts";
import { plainNumber, toResult } from "./to-result.ts";

const table = defineResultTable({
  provider: "acme",
  action: "exchange",
  source: "https://acme.example/codes",
  rows: [{ code: "0", meaning: "told", outcome: "match", charged: "yes" }, badToken("9", "expired")],
});
const PHONE = "16400000001";
const charge = { charged: "yes", basis: "acme exchange 0", costMicros: 30_000 };
const asked = (phone?: string) => ({ phone, costMicros: 30_000 });
const answer = (number?: string) => ({ code: "0", number, reference: "r-1" });

describe("a number that the vendor tells", () => {
  const wire = { table, tells: "number" } as const;

  it("matches the number asked about, and goes no further", () => {
    const result = toResult(wire as never, answer(`+86${PHONE}`), asked(PHONE));

    expect(result).toEqual({ status: "match", charge, reference: "r-1" });
  });

  it("is another one: a mismatch of the number, charged all the same, and goes no further", () => {
    const result = toResult(wire as never, answer("16400000002"), asked(PHONE));

    expect(result).toEqual({ status: "mismatch", fields: ["mobile-number"], charge, reference: "r-1" });
  });

  it("is given to an app that asked for it", () => {
    expect(toResult(wire as never, answer(PHONE), asked())).toMatchObject({
      status: "match",
      attributes: { "mobile-number": PHONE },
    });
  });

  it.each([undefined, "", "get phone failed", "1640000000"])(
    "is an answer not understood, charged, when it reads %j, and is not repeated",
    (number) => {
      expect(() => toResult(wire as never, answer(number), asked(PHONE))).toThrow(
        expect.objectContaining({ code: "RESPONSE_INVALID", charge, reference: "r-1" }),
      );
    },
  );

  it("is not looked at when the code says something else", () => {
    expect(toResult(wire as never, { code: "9" }, asked(PHONE))).toMatchObject({
      status: "invalid",
      problems: [{ field: "one-tap-token", rule: "REJECTED_BY_AUTHORITY" }],
      charge: { charged: "no" },
    });
  });
});

it("takes a verdict as it is", () => {
  expect(toResult({ table, tells: "verdict" } as never, answer(), asked(PHONE))).toMatchObject({
    status: "match",
  });
});

describe("plainNumber", () => {
  it("reads every way in which a mainland number is written as the same eleven digits", () => {
    const digits = fc.stringMatching(/^1\d{10}$/);
    const property = fc.property(
      digits,
      fc.constantFrom("", "+86", "0086", "+86 ", "+86-"),
      (number, prefix) => {
        const spaced = `${prefix}${number.slice(0, 3)} ${number.slice(3, 7)}-${number.slice(7)}`;
        expect(plainNumber(spaced)).toBe(number);
      },
    );
    fc.assert(property);
  });

  it("never makes one number of two", () => {
    const property = fc.property(
      fc.stringMatching(/^1\d{10}$/),
      fc.stringMatching(/^\+\d{6,15}$/),
      (one, other) => {
        fc.pre(other !== `+86${one}`);
        expect(plainNumber(one)).not.toBe(plainNumber(other));
      },
    );
    fc.assert(property);
  });

  it("keeps another country's code, and reads nothing else", () => {
    expect(plainNumber("+85261234567")).toBe("+85261234567");
    fc.assert(
      fc.property(fc.string(), (text) => /^(?:1\d{10}|\+\d{6,15})$/.test(plainNumber(text) ?? "10000000000")),
    );
  });
});
