import { describe, expect, test } from "vitest";
import { collect, NOW, world } from "../test-support/rule-world.ts";
import { basisOf, consentOf, instant, itemOf, necessaryFields, timeOf } from "./facts.ts";

const phone = collect(["mobile-number"]);

test("an event has its own time, else that of the clock, else none", () => {
  expect(timeOf({ at: "2026-01-01T00:00:00Z" }, world(phone))).toBe("2026-01-01T00:00:00Z");
  expect(timeOf({}, world(phone))).toBe(NOW);
  expect(timeOf({}, {})).toBeUndefined();
  expect(instant(undefined)).toBeNaN();
});

test("a basis other than consent stands on a cited law or contract", () => {
  expect(basisOf(undefined)).toBe("13.1");
  expect(basisOf({ id: "a" })).toBe("13.1");
  expect(basisOf({ id: "a", basis: "13.3" })).toBe("13.1");
  expect(basisOf({ id: "a", basis: "13.3", legalRef: "CSL 26" })).toBe("13.3");
});

test("a context that knows nothing of a consent knows of none", () => {
  expect(consentOf(phone, {})).toEqual({ state: "none" });
  expect(consentOf(phone, { consent: () => undefined })).toEqual({ state: "none" });
});

test("a row is for one purpose, one field and one collector", () => {
  const { manifest } = world(phone);
  expect(itemOf(phone, "mobile-number", { ...(manifest && { manifest }) })?.field).toBe("mobile-number");
  expect(itemOf({ ...phone, purpose: "other" }, "mobile-number", world(phone))).toBeUndefined();
  expect(itemOf(phone, "name", world(phone))).toBeUndefined();
  expect(itemOf({ ...phone, initiator: "sdk:pay" }, "mobile-number", world(phone))).toBeUndefined();
});

describe("necessaryFields", () => {
  test("are those of the app's type, under its conditions", () => {
    expect(necessaryFields({ appType: "short-video" })).toEqual([]);
    expect(necessaryFields({ appType: "map-navigation" })).toContain("location");
    const without = necessaryFields({ appType: "transport-ticketing" });
    const etc = necessaryFields({ appType: "transport-ticketing", conditions: ["etc-service"] });
    expect(etc.length).toBeGreaterThan(without.length);
  });

  test.each([undefined, "", "chess", "toString"])("are none for %j", (appType) => {
    expect(necessaryFields(appType === undefined ? {} : { appType })).toEqual([]);
  });
});
