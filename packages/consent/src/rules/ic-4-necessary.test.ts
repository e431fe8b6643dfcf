import { describe, expect, test } from "vitest";
import { findings } from "../test-support/findings.ts";
import { collect, permission, world } from "../test-support/rule-world.ts";
import { RULE_FACTS } from "./generated/rule-facts.ts";
import type { RuleContext } from "./model.ts";

const phone = collect(["mobile-number"]);

/** Reads before this one, told only where the span is the one that is meant. */
const readIn = (span: string, reads: number): Pick<RuleContext, "history"> => ({
  history: { reads: (_field, asked) => (asked === span ? reads : 0) },
});

describe("IC-4-1", () => {
  test("denies a field that the feature does not list, and one for a feature that lists none", () => {
    expect(findings("IC-4-1", phone, world(phone, { feature: { fields: ["name"] } }))).toEqual(["UNRELATED"]);
    const bare = world(phone, { manifest: { features: [{ id: "sign-in" }] } });
    expect(findings("IC-4-1", phone, bare)).toEqual(["UNRELATED"]);
  });

  test("denies a permission although the fields are related", () => {
    const event = collect(["location"], { permissions: ["CAMERA"] });
    expect(findings("IC-4-1", event, world(event, { feature: { permissions: ["LOCATION"] } }))).toEqual([
      "UNRELATED",
    ]);
  });

  test("denies what is for no feature at all", () => {
    const { featureId: _none, ...camera } = permission(["CAMERA"]);
    expect(findings("IC-4-1", camera, { manifest: { features: [] } })).toEqual(["FEATURE_UNKNOWN"]);
  });
});

describe("IC-4-4", () => {
  const device = collect(["device-identifier"]);
  const place = collect(["location"]);

  test("reads an identifier once a session and a location once for each act, as the data file says", () => {
    const { params } = RULE_FACTS["IC-4-4"];
    expect(params).toEqual({
      defaults: { "device-identifier": "1/session", "location-single": "1/user-action" },
    });
    expect(findings("IC-4-4", device, world(device, readIn("session", 1)))).toEqual(["FREQUENCY"]);
    expect(findings("IC-4-4", device, world(device, readIn("minute", 9)))).toEqual([]);
    expect(findings("IC-4-4", place, world(place, readIn("user-action", 1)))).toEqual(["FREQUENCY"]);
  });

  test("follows a location in a feature that is declared continuous", () => {
    const changes = { ...readIn("user-action", 9), feature: { continuous: true } };
    expect(findings("IC-4-4", place, world(place, changes))).toEqual([]);
  });

  test("takes the feature's own number before the usual one", () => {
    const feature = { maxFrequency: { count: 3, per: "day" } } as const;
    expect(findings("IC-4-4", device, world(device, { feature, ...readIn("day", 2) }))).toEqual([]);
    expect(findings("IC-4-4", device, world(device, { feature, ...readIn("day", 3) }))).toEqual([
      "FREQUENCY",
    ]);
  });

  test("denies where there is a limit and nobody counts", () => {
    const { history: _none, ...uncounted } = world(device);
    expect(findings("IC-4-4", device, uncounted)).toEqual(["FREQUENCY"]);
    expect(findings("IC-4-4", phone, uncounted)).toEqual([]);
  });
});
