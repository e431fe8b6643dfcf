import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";
import { MANIFEST_CHECK } from "../test-support/rule-world.ts";

describe("EX-19", () => {
  it.each(["http://app.example", "ftp://app.example", "app.example", "ws://app.example"])(
    "sends nothing to %s",
    (url) => {
      expect(codeOf("EX-19", { type: "network.send", url })).toBe("PLAINTEXT_TRANSPORT");
      const endpoints = ["https://api.app.example", url];
      expect(codeOf("EX-19", MANIFEST_CHECK, { manifest: { endpoints } })).toBe("PLAINTEXT_TRANSPORT");
    },
  );

  it.each(["https://app.example", "wss://app.example"])("sends to %s", (url) => {
    expect(codeOf("EX-19", { type: "network.send", url })).toBeUndefined();
  });
});

describe("EX-19, at rest", () => {
  const retain = {
    type: "retain",
    fields: ["id-document-number"],
    collectedAt: "2026-06-15T08:00:00Z",
  } as const;

  it.each([
    { protection: "raw", code: "RAW_AT_REST" },
    { protection: "encrypted", code: undefined },
    { protection: "tokenised", code: undefined },
    { protection: "device-only", code: undefined },
  ] as const)("has $code for $protection", ({ protection, code }) => {
    expect(codeOf("EX-19", { ...retain, protection })).toBe(code);
  });
});
