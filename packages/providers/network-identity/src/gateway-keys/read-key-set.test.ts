import type { Fault, WireReply } from "@shiming/provider-kit";
import { describe, expect, it } from "vitest";
import { readKeySet } from "./read-key-set.ts";
import { CURRENT, EDWARDS } from "../test-support/keys.ts";

const response = (body: unknown, status = 200): WireReply => ({
  kind: "response",
  status,
  headers: {},
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const fault = (given: Fault): WireReply => ({ kind: "fault", fault: given });

describe("readKeySet", () => {
  it("keeps the public keys by their ids and leaves the others out", () => {
    const keys = [CURRENT.publicJwk, { kty: "oct", kid: "shared", k: "c2VjcmV0" }, EDWARDS.publicJwk, 7];
    const read = readKeySet(response({ keys }));

    expect(read === "unreachable" ? [] : [...read.keys()]).toEqual(["current", "edwards"]);
  });

  it.each([
    ["a connection that is refused", fault({ phase: "connect", cause: "refused", sent: "no" })],
    ["a lost answer", fault({ phase: "headers", cause: "timeout", sent: "maybe" })],
    ["a server that failed", response("", 503)],
    ["a gateway without a server behind it", response("", 502)],
    ["too many requests", response("", 429)],
  ])("says that %s may pass", (_what, reply) => {
    expect(readKeySet(reply)).toBe("unreachable");
  });

  it.each([
    [
      "a certificate that does not hold",
      fault({ phase: "connect", cause: "tls", sent: "no" }),
      "MISCONFIGURED",
    ],
    ["a wrong address", response("", 404), "MISCONFIGURED"],
    ["a redirect", response("", 302), "MISCONFIGURED"],
    ["another thing than JSON", response("<html>"), "RESPONSE_INVALID"],
    ["an object without keys", response({}), "RESPONSE_INVALID"],
    ["keys that are no list", response({ keys: {} }), "RESPONSE_INVALID"],
    ["more keys than anybody has", response({ keys: Array(101).fill(7) }), "RESPONSE_INVALID"],
    ["a set of more than 64 kB", response({ keys: [], pad: "x".repeat(65_536) }), "RESPONSE_INVALID"],
    [
      "a set that the transport found too large",
      fault({ phase: "body", cause: "too-large", sent: "maybe" }),
      "RESPONSE_INVALID",
    ],
  ])("has a person look at %s", (_what, reply, code) => {
    expect(() => readKeySet(reply)).toThrow(
      expect.objectContaining({ name: "ProviderError", code, provider: "network-identity" }),
    );
  });
});
