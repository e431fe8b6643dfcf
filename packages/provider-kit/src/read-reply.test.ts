import type { ProviderResult } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import type { Fault, FaultCause } from "./fault.ts";
import { readReply, type ReplyReader } from "./read-reply.ts";
import type { WireReply } from "./wire.ts";

const call = { provider: "acme", action: "CheckName" };
const answer: ProviderResult = { status: "match", charge: { charged: "yes", basis: "acme CheckName 0" } };
const CAUSES: readonly FaultCause[] = ["refused", "dns", "tls", "timeout", "reset", "too-large", "other"];

const fault = (given: Fault): WireReply => ({ kind: "fault", fault: given });
const response = (status: number, body = ""): WireReply => ({ kind: "response", status, headers: {}, body });

/** The result, or the error: the tests look at the fields. */
async function read(reply: WireReply, more: Partial<ReplyReader> = {}): Promise<unknown> {
  try {
    return await readReply(reply, { call, read: () => answer, ...more });
  } catch (error) {
    return error;
  }
}

describe("a fault before the first byte", () => {
  it.each(CAUSES.filter((cause) => cause !== "tls"))("is free, and worth another try: %s", async (cause) => {
    expect(await read(fault({ phase: "connect", cause, sent: "no" }))).toMatchObject({
      name: "ProviderError",
      code: "UNAVAILABLE",
      retryable: true,
      charge: { charged: "no", basis: "nothing was sent" },
    });
  });

  it.each<Fault>([
    { phase: "connect", cause: "tls", sent: "no" },
    { phase: "request", cause: "other", sent: "no" },
  ])("needs a person where another try cannot help: $phase $cause", async (given) => {
    expect(await read(fault(given))).toMatchObject({
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
  )("is in doubt, never an invitation to ask again: $phase $cause", async ({ phase, cause }) => {
    expect(await read(fault({ phase, cause, sent: "maybe" }))).toEqual({
      status: "in-doubt",
      charge: { charged: "unknown", basis: `acme CheckName answer lost (${phase}, ${cause})` },
    });
  });

  it("is an answer not understood, when there was one and it was too large", async () => {
    expect(await read(fault({ phase: "body", cause: "too-large", sent: "maybe" }))).toMatchObject({
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
  ] as const)("%d is the error %s, charged %s", async (status, code, charged) => {
    expect(await read(response(status, "<html>"))).toMatchObject({
      code,
      provider: "acme",
      vendorCode: `HTTP ${status}`,
      charge: { charged, basis: `acme CheckName HTTP ${status}` },
    });
  });

  it.each([502, 504, 520, 599, 999])(
    "%d is in doubt: the server behind the gateway may have done the work",
    async (status) => {
      expect(await read(response(status))).toEqual({
        status: "in-doubt",
        charge: { charged: "unknown", basis: `acme CheckName HTTP ${status}` },
      });
    },
  );

  it.each([200, 204])("%d lets the adapter read the body", async (status) => {
    expect(await read(response(status, "the body"))).toBe(answer);
  });

  it("lets the adapter take its time", async () => {
    expect(await read(response(200), { read: async (body) => ({ ...answer, reference: body }) })).toEqual({
      ...answer,
      reference: "",
    });
  });
});

const problem = (status: number): WireReply => ({
  kind: "response",
  status,
  headers: { "content-type": "application/problem+json" },
  body: '{"code":"token_used"}',
});
const readProblem = (code: string): ProviderResult | undefined =>
  code === "token_used" ? { ...answer, reference: code } : undefined;

describe("problem details", () => {
  it("mean what the adapter says", async () => {
    expect(await read(problem(409), { readProblem })).toEqual({ ...answer, reference: "token_used" });
  });

  it.each([
    ["whose code the adapter does not know", problem(409), () => undefined],
    ["without an adapter that reads them", problem(409), undefined],
    ["of another media type", response(409, '{"code":"token_used"}'), readProblem],
  ])("leave it to the status, %s", async (_which, reply, reader) => {
    expect(await read(reply, reader && { readProblem: reader })).toMatchObject({ vendorCode: "HTTP 409" });
  });

  it("do not say what a server error means", async () => {
    expect(await read(problem(502), { readProblem })).toMatchObject({ status: "in-doubt" });
  });
});
