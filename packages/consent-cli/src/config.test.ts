import { UsageError } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { type ConsentConfigOptions, defineConsentConfig } from "./config.ts";
import { community, nearby } from "./test-support/app.ts";

const options: ConsentConfigOptions = { app: community, purposes: [nearby] };
const sdk = { id: "com.a", name: "A", fields: [], purposes: [], permissions: [] };

describe("defineConsentConfig", () => {
  it("fills in what may be left out", () => {
    expect(defineConsentConfig(options)).toMatchObject({ sdks: [], permissions: {}, ownCode: [] });
  });

  it.each([
    ["config", undefined],
    ["config.app", { purposes: [] }],
    ["config.app", { ...options, app: { id: "a" } }],
    ["config.purposes", { app: community }],
    ["config.purposes", { ...options, purposes: [nearby, nearby] }],
    ["config.purposes", { ...options, purposes: [undefined] }],
    ["config.purposes.required", { ...options, purposes: [{ id: "a" }] }],
    ["config.sdks", { ...options, sdks: {} }],
    ["config.sdks", { ...options, sdks: [{ ...sdk, feilds: [] }] }],
    ["config.sdks.fields", { ...options, sdks: [{ ...sdk, fields: ["phone"] }] }],
    ["config.sdks.purposes", { ...options, sdks: [{ ...sdk, purposes: "a" }] }],
    ["config.sdks.assessmentDate", { ...options, sdks: [{ ...sdk, assessmentDate: "2026-02-31" }] }],
    ["config.sdks.assessmentDate", { ...options, sdks: [{ ...sdk, assessmentDate: "soon" }] }],
    ["config.permissions", { ...options, permissions: { "a.b": "unknown" } }],
    ["config.ownCode", { ...options, ownCode: [""] }],
  ])("refuses a wrong %s", (path, wrong) => {
    // What a caller without types could pass.
    const define = () => defineConsentConfig(wrong as ConsentConfigOptions);
    expect(define).toThrow(UsageError);
    expect(define).toThrow(`${path}:`);
  });
});
