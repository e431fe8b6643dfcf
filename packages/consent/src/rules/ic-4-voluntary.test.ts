import { describe, expect, test } from "vitest";
import { findings } from "../test-support/findings.ts";
import { collect, permission, world, type WorldChanges } from "../test-support/rule-world.ts";
import type { RuleEvent } from "./event.ts";

const phone = collect(["mobile-number"]);

describe("IC-4-2", () => {
  const withhold = { type: "service.refuse", fields: ["location"] } as const satisfies RuleEvent;
  const nearby = { ...withhold, featureId: "nearby" };
  const realName = { ...withhold, purpose: "real-name" };

  test.each<{ what: string; event: RuleEvent; changes: WorldChanges }>([
    { what: "the basic function that needs it", event: withhold, changes: { appType: "map-navigation" } },
    {
      what: "a further feature that needs it",
      event: nearby,
      changes: { feature: { basic: false, fields: ["location"] } },
    },
    {
      what: "what a law asks for",
      event: realName,
      changes: { purpose: { basis: "13.3", legalRef: "CSL 26" } },
    },
  ])("lets the app withhold $what", ({ event, changes }) => {
    expect(findings("IC-4-2", event, world(event, changes))).toEqual([]);
  });

  test.each<{ what: string; event: RuleEvent; changes: WorldChanges }>([
    {
      what: "the basic function of a type that needs nothing",
      event: withhold,
      changes: { appType: "news" },
    },
    {
      what: "the basic function of a type that is not listed",
      event: withhold,
      changes: { appType: "chess" },
    },
    {
      what: "a further feature that does not need it",
      event: nearby,
      changes: { feature: { basic: false, fields: ["name"] } },
    },
    { what: "what no law is cited for", event: realName, changes: { purpose: { basis: "13.3" } } },
  ])("does not let the app withhold $what", ({ event, changes }) => {
    expect(findings("IC-4-2", event, world(event, changes))).toEqual(["REFUSAL_NOT_ALLOWED"]);
  });

  test("lets a further feature insist on its permission, and a basic one not (GF-10)", () => {
    const event = { ...withhold, featureId: "scan", fields: [], refusedPermissions: ["CAMERA"] } as const;
    const needs = (basic: boolean) => world(event, { feature: { basic, permissions: ["CAMERA"] } });
    expect(findings("IC-4-2", event, needs(false))).toEqual([]);
    expect(findings("IC-4-2", event, needs(true))).toEqual(["REFUSAL_NOT_ALLOWED"]);
  });

  test("looks at what a refusal leads to", () => {
    const refuse = {
      type: "consent.decision",
      choice: "refuse",
      initialState: "unchecked",
      act: "press-no",
      actor: "user",
      fields: ["location"],
    } as const;
    expect(findings("IC-4-2", { ...refuse, afterRefusal: "stops" }, world(refuse))).toEqual([
      "REFUSAL_NOT_ALLOWED",
    ]);
    expect(findings("IC-4-2", { ...refuse, afterRefusal: "limited" }, world(refuse))).toEqual([]);
    expect(findings("IC-4-2", refuse, world(refuse))).toEqual([]);
  });
});

test("IC-4-3 lets a new feature switch off the ones that it replaces, and no further one", () => {
  const features = [{ id: "feed", replaces: ["search"] }];
  const enable = (disables: readonly string[]) =>
    findings(
      "IC-4-3",
      { type: "feature.enable", featureId: "feed", disables },
      world(phone, { manifest: { features } }),
    );
  expect(enable([])).toEqual([]);
  expect(enable(["search"])).toEqual([]);
  expect(enable(["search", "chat"])).toEqual(["OLD_FEATURE_WITHHELD"]);
});

describe("IC-4-5", () => {
  const ask = { type: "consent.request", purpose: "research", fields: ["age"] } as const;

  test.each(["service-improvement", "user-experience", "targeted-push", "product-research"])(
    "keeps %s optional",
    (kind) => {
      expect(findings("IC-4-5", { ...ask, required: true }, world(ask, { purpose: { kind } }))).toEqual([
        "OPTIONAL_ONLY_PURPOSE",
      ]);
      expect(findings("IC-4-5", ask, world(ask, { purpose: { kind } }))).toEqual([]);
    },
  );

  test("lets a service require what it needs", () => {
    expect(
      findings("IC-4-5", { ...ask, required: true }, world(ask, { purpose: { kind: "service" } })),
    ).toEqual([]);
  });
});

describe("IC-4-6", () => {
  test("lets a feature that the user has started ask for what it needs at once", () => {
    const call = permission(["CAMERA", "MICROPHONE"], { featureId: "video-call" });
    expect(findings("IC-4-6", call, world(call))).toEqual([]);
    const part = world(call, { feature: { permissions: ["CAMERA"] } });
    expect(findings("IC-4-6", call, part)).toEqual(["BUNDLED"]);
  });

  test("has nothing against one permission at a time", () => {
    const one = permission(["CAMERA"], { trigger: "app-start" });
    expect(findings("IC-4-6", one, world(one))).toEqual([]);
  });
});
