import type { Field } from "@shiming/contract";
import { expect, test } from "vitest";
import { evaluateAnything, EVENT_TYPES } from "../test-support/evaluate-anything.ts";
import { collect, NOW, world } from "../test-support/rule-world.ts";

/** Every part of every event that takes a name, with a value in its place. */
function leakyParts(canary: string, leaky: readonly Field[]): Readonly<Record<string, unknown>> {
  const settingChange = { setting: canary, from: "off", to: "on" };
  return {
    ...settingChange,
    actor: "app",
    settingChanges: [settingChange],
    purpose: canary,
    fields: leaky,
    featureId: canary,
    newFeatureId: canary,
    disables: [canary],
    initiator: `sdk:${canary}`,
    sdk: canary,
    module: canary,
    permissions: [canary],
    refusedPermissions: [canary],
    recipient: { id: canary, role: "handler", outsideMainland: true },
    rationale: { purposeId: `${canary}x`, text: canary, shownAt: NOW },
    right: "delete",
    requiredInputs: leaky,
    options: [canary],
    method: canary,
    tier: canary,
    url: `http://${canary}.example`,
    surplus: leaky,
    choice: "give",
    initialState: "checked",
    act: canary,
    collectedAt: "2020-01-01T00:00:00Z",
    kept: [{ id: canary, purpose: canary, field: leaky[0], collectedAt: "2020-01-01T00:00:00Z" }],
    open: [{ id: canary, kind: "right", receivedAt: "2020-01-01T00:00:00Z" }],
    stopped: [canary],
    furtherHandling: [canary],
    bundledPurposes: [canary],
  };
}

test("puts no value into a message, wherever a caller leaves one", () => {
  const canary = "110101199003071233";
  const leaky = [canary as Field];
  const everyType = EVENT_TYPES.map((type) => ({ type, ...leakyParts(canary, leaky) }));
  for (const event of everyType) {
    const contexts = [{}, world({ ...collect([]), fields: leaky, purpose: canary, featureId: canary })];
    for (const context of contexts) {
      const { verdicts } = evaluateAnything(event, { ...context, dataMap: [canary] });
      expect(JSON.stringify(verdicts)).not.toContain(canary);
    }
  }
});
