import { ProviderError } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { defineResultTable } from "./result-table.ts";

const problems = [{ field: "name", rule: "REJECTED_BY_AUTHORITY" }] as const;

const table = defineResultTable({
  provider: "acme",
  action: "CheckName",
  source: "https://acme.example/docs",
  rows: [
    { code: "0", meaning: "match", outcome: "match", charged: "yes" },
    { code: "1", meaning: "mismatch", outcome: "mismatch", charged: "yes", fields: ["name"] },
    { code: "2", meaning: "frozen", outcome: "mismatch", charged: "no", reason: "credential-frozen" },
    { code: "3", meaning: "no record", outcome: "no-record", charged: "no" },
    { code: "4", meaning: "malformed name", outcome: "invalid", charged: "no", problems },
    { code: "5", meaning: "later", outcome: "pending", charged: "unknown" },
    { code: "6", meaning: "lost behind the vendor", outcome: "in-doubt", charged: "unknown" },
    { code: "Auth*", meaning: "the credentials were refused", error: "MISCONFIGURED", charged: "no" },
    { code: "AuthBusy*", meaning: "busy", error: "UNAVAILABLE", charged: "no" },
    { code: "AuthClock", meaning: "the clock is wrong", error: "MISCONFIGURED", charged: "no" },
  ],
});

const charge = (charged: string, code: string) => ({ charged, basis: `acme CheckName ${code}` });

function errorOf(code: string): ProviderError {
  try {
    table.answer(code);
  } catch (error) {
    if (error instanceof ProviderError) return error;
  }
  throw new Error(`no provider error for ${code}`);
}

describe("a result table", () => {
  it.each([
    ["0", { status: "match" }],
    ["1", { status: "mismatch", fields: ["name"] }],
    ["2", { status: "mismatch", reason: "credential-frozen" }],
    ["3", { status: "no-record" }],
    ["4", { status: "invalid", problems }],
    ["6", { status: "in-doubt" }],
  ])("answers %s by its row, and nothing more", (code, answer) => {
    expect(table.answer(code)).toStrictEqual({ ...answer, charge: charge(table.lookup(code).charged, code) });
  });

  it("adds the price to a charged call only", () => {
    expect(table.answer("0", { costMicros: 300_000 }).charge).toEqual({
      ...charge("yes", "0"),
      costMicros: 300_000,
    });
    expect(table.answer("3", { costMicros: 300_000 }).charge).toEqual(charge("no", "3"));
    expect(table.answer("6", { costMicros: 300_000 }).charge).toEqual(charge("unknown", "6"));
  });

  it("passes on the vendor's request id with an error too, for the support ticket", () => {
    expect(() => table.answer("AuthClock", { reference: "r-1" })).toThrow(
      expect.objectContaining({ code: "MISCONFIGURED", reference: "r-1" }),
    );
  });

  it("passes on reference, attributes and handle where they belong", () => {
    const parts = { reference: "r-1", attributes: { "network-identity-subject": "s" }, handle: "h-1" };

    expect(table.answer("0", parts)).toMatchObject({ reference: "r-1", attributes: parts.attributes });
    expect(table.answer("3", parts)).toStrictEqual({
      status: "no-record",
      reference: "r-1",
      charge: charge("no", "3"),
    });
    expect(table.answer("5", parts)).toMatchObject({ status: "pending", handle: "h-1" });
    expect(table.answer("6", parts)).toMatchObject({ status: "in-doubt", handle: "h-1" });
  });

  it("does not leave anyone waiting for an answer that cannot be asked for", () => {
    expect(() => table.answer("5")).toThrow(expect.objectContaining({ code: "RESPONSE_INVALID" }));
  });

  it.each([
    ["AuthClock", "the clock is wrong"],
    ["AuthBusyNow", "busy"],
    ["AuthOther", "the credentials were refused"],
  ])("takes the row that fits %s most closely", (code, meaning) => {
    expect(errorOf(code)).toMatchObject({
      message: `acme CheckName: ${meaning}`,
      vendorCode: code,
      charge: charge("no", code),
    });
  });

  it("says that a code in no table is not understood, with charge unknown", () => {
    expect(table.has("9")).toBe(false);
    expect(errorOf("9")).toMatchObject({
      code: "RESPONSE_INVALID",
      vendorCode: "9",
      charge: { charged: "unknown" },
    });
  });

  it("keeps back a code that may be a value", () => {
    expect(JSON.stringify(errorOf("某一一"))).not.toContain("某一一");
    expect(JSON.stringify(errorOf("Auth 某一一"))).not.toContain("某一一");
  });

  it.each(["__proto__", "constructor", "toString"])("has no row by inheritance: %s", (code) => {
    expect(table.has(code)).toBe(false);
  });

  it("refuses two rows for one code", () => {
    const row = { code: "0", meaning: "match", outcome: "match", charged: "yes" } as const;

    expect(() => defineResultTable({ ...table, rows: [row, row] })).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION", path: "rows" }),
    );
  });
});
