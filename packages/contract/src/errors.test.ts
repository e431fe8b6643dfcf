import { describe, expect, it } from "vitest";
import { BudgetError, ConsentError, ProviderError, ShimingError, UsageError } from "./errors.ts";

const free = { charged: "no", basis: "nothing was sent" } as const;

describe("ShimingError", () => {
  it("is known by its brand, also from another copy of the package", () => {
    const foreign = Object.defineProperty(new Error("from another copy"), Symbol.for("shiming.error"), {
      value: "ConsentError",
    });

    expect(foreign).toBeInstanceOf(ShimingError);
    expect(foreign).toBeInstanceOf(ConsentError);
    expect(foreign).not.toBeInstanceOf(BudgetError);
  });

  it("does not take any error with a code for its own", () => {
    expect(Object.assign(new Error("other"), { code: "CONSENT_REQUIRED" })).not.toBeInstanceOf(ShimingError);
  });

  it("tells its classes apart", () => {
    const error: unknown = new BudgetError("calls per day");

    expect(error).toBeInstanceOf(BudgetError);
    expect(error).not.toBeInstanceOf(ConsentError);
  });

  it("serialises to code and public properties, without a stack", () => {
    const error = new UsageError("INVALID_INPUT", "check.kind", "is not a kind of check");

    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "UsageError",
      message: "check.kind: is not a kind of check",
      code: "INVALID_INPUT",
      path: "check.kind",
      retryable: false,
    });
  });
});

describe("ProviderError", () => {
  it.each([
    ["UNAVAILABLE", true],
    ["THROTTLED", true],
    ["DAILY_LIMIT", true],
    ["MISCONFIGURED", false],
    ["REJECTED", false],
    ["RESPONSE_INVALID", false],
    ["SIGNATURE_INVALID", false],
  ] as const)("%s says whether another try can help: %s", (code, retryable) => {
    const error = new ProviderError(code, { provider: "somebody", message: "did not answer", charge: free });

    expect(error.retryable).toBe(retryable);
  });

  it("does not invite another try after a call that may have been charged", () => {
    const charge = { charged: "unknown", basis: "lost" } as const;

    expect(
      new ProviderError("UNAVAILABLE", { provider: "somebody", message: "lost", charge }).retryable,
    ).toBe(false);
  });
});
