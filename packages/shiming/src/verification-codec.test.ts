import { generateKeys } from "@shiming/consent";
import { describe, expect, it } from "vitest";
import { createVerificationCodec } from "./verification-codec.ts";
import type { Verification } from "./verification.ts";

const SUBJECT = "0F1E2D3C4B5A69788796A5B4C3D2E1F0AABBCCDD";

const verification = (id: string): Verification => ({
  state: "settled",
  intent: {
    id,
    kind: "network-identity",
    provider: "acme",
    fields: ["network-identity-credential"],
    facts: { grantId: "g", purposeId: "p", subject: "s", recordId: "r", recordHash: "h" },
    reservation: { day: "2026-11-22", costMicros: 0 },
    at: "2026-11-22T04:00:00.000Z",
  },
  outcome: {
    status: "match",
    verificationId: id,
    provider: "acme",
    checkedAt: "2026-11-22T04:00:00.000Z",
    charge: { charged: "no", basis: "free" },
    attributes: { "network-identity-subject": SUBJECT },
  },
});

describe("a kept outcome", () => {
  it("comes back as it was", () => {
    const codec = createVerificationCodec(generateKeys());

    expect(codec.decode(codec.encode(verification("v-1")))).toEqual(verification("v-1"));
  });

  it("does not show in the store what the authority told of the person", () => {
    const text = createVerificationCodec(generateKeys()).encode(verification("v-1"));

    expect(text).not.toContain(SUBJECT);
    expect(text).not.toContain(Buffer.from(SUBJECT).toString("base64url"));
  });

  it("does not open with other keys, nor under the id of another verification", () => {
    const codec = createVerificationCodec(generateKeys());
    const text = codec.encode(verification("v-1"));

    const failed = expect.objectContaining({ code: "STORE_FAILED" });

    expect(() => createVerificationCodec(generateKeys()).decode(text)).toThrow(failed);
    expect(() => codec.decode(text.replaceAll("v-1", "v-2"))).toThrow(failed);
    expect(() => codec.decode(text.replace(/"sealed":"[^"]*"/, '"sealed":""'))).toThrow(failed);
  });

  it("is not read when a later version has written it", () => {
    const codec = createVerificationCodec(generateKeys());
    const text = codec
      .encode(verification("v-1"))
      .replace("shiming-verification/1", "shiming-verification/2");

    expect(() => codec.decode(text)).toThrow(expect.objectContaining({ code: "STORE_FAILED" }));
  });

  it("stands as it is when there is nothing personal in it", () => {
    const codec = createVerificationCodec(generateKeys());
    const asked: Verification = { state: "asked", intent: verification("v-1").intent };

    expect(JSON.parse(codec.encode(asked))).toEqual({ schema: "shiming-verification/1", ...asked });
    expect(codec.decode(codec.encode(asked))).toEqual(asked);
  });
});
