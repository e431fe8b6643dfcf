import { UsageError } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { engine, keys, RECEIPTS } from "./test-support/engine.ts";
import { fakeProvider } from "./test-support/fake-provider.ts";
import { YIYI } from "./test-support/people.ts";
import { createVerifier } from "./verifier.ts";
import { verifyReceipt } from "./verify-receipt.ts";

describe("createVerifier, called without types", () => {
  it.each([
    ["providers", { providers: undefined }],
    ["consent", { consent: undefined }],
    ["store", { store: {} }],
    ["keys", { keys: undefined }],
    ["budget", { budget: { perday: { calls: 5 } } }],
    ["budget.perDay", { budget: { perDay: { call: 5 } } }],
    ["budget.perDay.calls", { budget: { perDay: { calls: "5" } } }],
    ["receipts.issuer", { receipts: {} }],
    ["receipts.audience", { receipts: { issuer: "a" } }],
    ["receipts.lifetimeMs", { receipts: { ...RECEIPTS, lifetimeMs: Number.NaN } }],
    ["receipts.lifetimeMs", { receipts: { ...RECEIPTS, lifetimeMs: -5 } }],
    ["receipts", { receipts: { ...RECEIPTS, lifetime: 5 } }],
  ])("refuses %s before anything can be asked: %j", async (path, other) => {
    const made = await engine();
    const make = () => createVerifier({ ...made, keys, providers: [fakeProvider()], ...other } as never);

    expect(make).toThrow(UsageError);
    expect(make).toThrow(expect.objectContaining({ code: "INVALID_OPTION", path }));
  });

  it("refuses to be called with nothing", () => {
    expect(() => createVerifier(undefined as never)).toThrow(UsageError);
  });
});

describe("a call without types", () => {
  it.each([
    ["options", undefined],
    ["options", null],
    ["options.signal", { signal: {} }],
  ])("is refused at %s, and nothing is sent: %j", async (path, call) => {
    const provider = fakeProvider();
    const { verifier, grant } = await engine({ providers: [provider] });
    const options = call && { grant, idempotencyKey: "k", ...call };

    await expect(verifier.verify(YIYI, options as never)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      path,
    });
    expect(provider.seen).toEqual([]);
    expect(await verifier.verify(YIYI, { grant, idempotencyKey: "k" })).toMatchObject({ status: "match" });
  });

  it("is refused when it resumes with null", async () => {
    const { verifier } = await engine();

    await expect(verifier.resume("a", null as never)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

describe("verifyReceipt, called without types", () => {
  it.each([
    ["options", undefined],
    ["options.issuer", { jwks: keys.jwks }],
    ["options.audience", { jwks: keys.jwks, issuer: RECEIPTS.issuer }],
    ["options.jwks", RECEIPTS],
  ])("says nothing of a receipt without %s", async (path, options) => {
    const { verifier, grant } = await engine();
    const { receipt = "" } = await verifier.verify(YIYI, { grant });

    await expect(verifyReceipt(receipt, options as never)).rejects.toMatchObject({
      code: "INVALID_OPTION",
      path,
    });
  });
});
