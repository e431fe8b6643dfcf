import { describe, expect, it } from "vitest";
import { callError, NOTHING_SENT } from "./call-error.ts";

const call = { provider: "acme", action: "CheckName" };

describe("callError", () => {
  it("says whose call went wrong, and how", () => {
    expect(callError("REJECTED", call, { rule: "the token has been used" })).toMatchObject({
      name: "ProviderError",
      code: "REJECTED",
      provider: "acme",
      message: "acme CheckName: the token has been used",
    });
  });

  it.each([
    [call, "unknown"],
    [{ ...call, unreadable: "unknown" } as const, "unknown"],
    [{ ...call, unreadable: "no" } as const, "no"],
  ])("takes an answer for not understood when it is told no charge: %o", (given, charged) => {
    expect(callError("RESPONSE_INVALID", given, { rule: "there is no code" }).charge).toEqual({
      charged,
      basis: "acme CheckName answer not understood",
    });
  });

  it("takes the charge that it is told, whatever an unreadable answer costs", () => {
    const charge = { charged: "yes", basis: "acme CheckName E9", costMicros: 1 } as const;

    expect(callError("REJECTED", { ...call, unreadable: "no" }, { rule: "", charge }).charge).toBe(charge);
  });

  it("invites another try where nothing was sent", () => {
    const error = callError("UNAVAILABLE", call, {
      rule: "the connection was refused",
      charge: NOTHING_SENT,
    });

    expect(error).toMatchObject({ retryable: true, charge: { charged: "no", basis: "nothing was sent" } });
  });

  it("keeps the vendor's code and request id for a support ticket, where there are any", () => {
    const ids = { vendorCode: "E9", reference: "r-1" };

    expect(callError("REJECTED", call, { rule: "", ...ids })).toMatchObject(ids);
    expect(callError("REJECTED", call, { rule: "", vendorCode: undefined }).vendorCode).toBeUndefined();
  });
});
