import type { ProviderError, ProviderResult } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import type { Fault, FaultCause } from "./fault.ts";
import { readReply } from "./read-reply.ts";
import type { WireReply } from "./wire.ts";

const call = { provider: "acme", action: "CheckName" };
const answer: ProviderResult = { status: "match", charge: { charged: "yes", basis: "acme CheckName 0" } };
const CAUSES: readonly FaultCause[] = ["refused", "dns", "tls", "timeout", "reset", "too-large", "other"];

const fault = (given: Fault): WireReply => ({ kind: "fault", fault: given });
const response = (status: number, body = ""): WireReply => ({ kind: "response", status, headers: {}, body });

function read(reply: WireReply): ProviderResult | ProviderError {
  try {
    return readReply(reply, call, () => answer);
  } catch (error) {
    // readReply throws nothing else; the tests below look at the fields.
    return error as ProviderError;
  }
}

describe("a fault before the first byte", () => {
  it.each(CAUSES.filter((cause) => cause !== "tls"))("is free, and worth another try: %s", (cause) => {
    expect(read(fault({ phase: "connect", cause, sent: "no" }))).toMatchObject({
      name: "ProviderError",
      code: "UNAVAILABLE",
      retryable: true,
      charge: { charged: "no", basis: "nothing was sent" },
    });
  });

  it.each<Fault>([
    { phase: "connect", cause: "tls", sent: "no" },
    { phase: "request", cause: "other", sent: "no" },
  ])("needs a person where another try cannot help: $phase $cause", (given) => {
    expect(read(fault(given))).toMatchObject({
      code: "MISCONFIGURED",
      retryable: false,
      charge: { charged: "no" },
    });
  });
});

const LOST = CAUSES.filter((cause) => cause !== "too-large");

describe("a fault after the first byte", () => {
  it.each(
    LOST.flatMap((cause) => [
      { phase: "headers" as const, cause },
      { phase: "body" as const, cause },
    ]),
  )("is in doubt, never an invitation to ask again: $phase $cause", ({ phase, cause }) => {
    expect(read(fault({ phase, cause, sent: "maybe" }))).toEqual({
      status: "in-doubt",
      charge: { charged: "unknown", basis: `acme CheckName answer lost (${phase}, ${cause})` },
    });
  });

  it("is an answer not understood, when there was one and it was too large", () => {
    expect(read(fault({ phase: "body", cause: "too-large", sent: "maybe" }))).toMatchObject({
      code: "RESPONSE_INVALID",
      retryable: false,
      charge: { charged: "unknown" },
    });
  });
});

describe("a status", () => {
  it.each([
    [301, "MISCONFIGURED", "unknown"],
    [303, "MISCONFIGURED", "unknown"],
    [400, "REJECTED", "no"],
    [401, "MISCONFIGURED", "no"],
    [403, "MISCONFIGURED", "no"],
    [404, "MISCONFIGURED", "no"],
    [408, "UNAVAILABLE", "no"],
    [413, "REJECTED", "no"],
    [429, "THROTTLED", "no"],
    [500, "UNAVAILABLE", "no"],
    [503, "UNAVAILABLE", "no"],
  ] as const)("%d is the error %s, charged %s", (status, code, charged) => {
    expect(read(response(status, "<html>"))).toMatchObject({
      code,
      provider: "acme",
      vendorCode: `HTTP ${status}`,
      charge: { charged, basis: `acme CheckName HTTP ${status}` },
    });
  });

  it.each([502, 504, 520, 599])(
    "%d is in doubt: the server behind the gateway may have done the work",
    (status) => {
      expect(read(response(status))).toEqual({
        status: "in-doubt",
        charge: { charged: "unknown", basis: `acme CheckName HTTP ${status}` },
      });
    },
  );

  it.each([200, 204])("%d lets the adapter read the body", (status) => {
    expect(read(response(status, "the body"))).toBe(answer);
  });
});
