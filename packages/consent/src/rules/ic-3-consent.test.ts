import { describe, expect, test } from "vitest";
import { findings } from "../test-support/findings.ts";
import { collect, permission, world } from "../test-support/rule-world.ts";
import type { RuleEvent } from "./event.ts";

const phone = collect(["mobile-number"]);

describe("IC-3-1", () => {
  test.each([
    ["none", "CONSENT_MISSING"],
    ["requested", "CONSENT_MISSING"],
    ["refused", "CONSENT_REFUSED"],
    ["withdrawn", "CONSENT_WITHDRAWN"],
    ["expired", "CONSENT_EXPIRED"],
  ] as const)("denies on a consent that is %s", (state, code) => {
    expect(findings("IC-3-1", phone, world(phone, { consent: { state } }))).toEqual([code]);
  });

  test("counts no record as no consent, and a consent without a time as too late", () => {
    expect(findings("IC-3-1", phone, world(phone, { consent: null }))).toEqual(["CONSENT_MISSING"]);
    expect(findings("IC-3-1", phone, world(phone, { consent: { at: "" } }))).toEqual(["CONSENT_TOO_LATE"]);
  });

  test("asks for no consent where a law is cited, and for one where none is", () => {
    const cited = { purpose: { basis: "13.3", legalRef: "CSL 26" }, consent: null } as const;
    const uncited = { purpose: { basis: "13.3" }, consent: null } as const;
    expect(findings("IC-3-1", phone, world(phone, cited))).toEqual([]);
    expect(findings("IC-3-1", phone, world(phone, uncited))).toEqual(["CONSENT_MISSING"]);
  });

  test("asks before an SDK starts for what it is declared to do, and not for one that does nothing personal", () => {
    const start: RuleEvent = { type: "sdk.init", sdk: "pay" };
    const withSdk = (purposes: readonly string[]) =>
      world(start, { consent: null, manifest: { sdks: [{ name: "pay", purposes, fields: ["name"] }] } });
    expect(findings("IC-3-1", start, withSdk(["sign-in"]))).toEqual(["CONSENT_MISSING"]);
    expect(findings("IC-3-1", start, withSdk([]))).toEqual([]);
  });

  test("lets a request without personal fields go", () => {
    const ping: RuleEvent = { type: "network.send", purpose: "sign-in", url: "https://api.app.example" };
    expect(findings("IC-3-1", ping, world(ping, { consent: null }))).toEqual([]);
    const send: RuleEvent = { ...ping, fields: ["name"] };
    expect(findings("IC-3-1", send, world(send, { consent: null }))).toEqual(["CONSENT_MISSING"]);
  });
});

describe("IC-3-2", () => {
  const ask: RuleEvent = {
    type: "consent.request",
    purpose: "sign-in",
    fields: ["location"],
    trigger: "app-start",
  };

  test.each([
    ["47 hours and 59 minutes", "2026-06-13T08:01:00Z", ["REASK_TOO_SOON"]],
    ["48 hours", "2026-06-13T08:00:00Z", []],
    ["a clock that went backwards", "2026-06-16T08:00:00Z", ["REASK_TOO_SOON"]],
    ["no time at all", "", ["REASK_TOO_SOON"]],
  ])("judges asking again after %s", (_what, lastAskedAt, codes) => {
    expect(findings("IC-3-2", ask, world(ask, { consent: { state: "refused", lastAskedAt } }))).toEqual(
      codes,
    );
  });

  test("keeps to a withdrawal as to a refusal, and lets a first request be", () => {
    expect(findings("IC-3-2", ask, world(ask, { consent: { state: "withdrawn" } }))).toEqual([
      "REASK_TOO_SOON",
    ]);
    expect(findings("IC-3-2", ask, world(ask, { consent: { state: "none" } }))).toEqual([]);
  });

  test("denies a permission after a refusal", () => {
    const camera = permission(["CAMERA"]);
    expect(findings("IC-3-2", camera, world(camera, { consent: { state: "refused" } }))).toEqual([
      "CONSENT_REFUSED",
    ]);
  });
});

describe("IC-3-3", () => {
  test("denies a permission that was not agreed to", () => {
    const camera = permission(["CAMERA"]);
    const context = world(camera, { consent: { permissions: ["CONTACTS"] } });
    expect(findings("IC-3-3", camera, context)).toEqual(["SCOPE_EXCEEDED"]);
  });

  test("takes a location that does not say how exact it is for an exact one", () => {
    const place = collect(["location"]);
    expect(findings("IC-3-3", place, world(place, { consent: { precision: "coarse" } }))).toEqual([
      "SCOPE_EXCEEDED",
    ]);
    const coarse = { ...place, precision: "coarse" } as const;
    expect(findings("IC-3-3", coarse, world(coarse, { consent: { precision: "coarse" } }))).toEqual([]);
  });

  test("has nothing to say where the basis is a law", () => {
    const changes = { purpose: { basis: "13.3", legalRef: "CSL 26" }, consent: { fields: [] } } as const;
    expect(findings("IC-3-3", phone, world(phone, changes))).toEqual([]);
  });
});
