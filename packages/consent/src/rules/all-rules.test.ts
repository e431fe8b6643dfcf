import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EVENT_TYPES } from "../test-support/evaluate-anything.ts";
import { ALL_RULES } from "./all-rules.ts";

// The data file is the package's own.
const { evaluationOrder, eventModel } = JSON.parse(
  readFileSync(new URL("../../data/collection-rules.json", import.meta.url), "utf8"),
) as {
  readonly evaluationOrder: readonly string[];
  readonly eventModel: { readonly events: readonly string[] };
};

/** The step that names a rule, as `IC-1-*`, `EX-01` or `EX-09..EX-13`; the last one takes the others. */
function stepOf(id: string): number {
  const step = evaluationOrder.findIndex((line) => {
    const names = line.match(/[A-Z]{2}-\d+(?:-\*|\.\.[A-Z]{2}-\d+)?/g) ?? [];
    return names.some((name) => {
      const [first = "", last = first] = name.split("..");
      return name.endsWith("*") ? id.startsWith(name.slice(0, -1)) : id >= first && id <= last;
    });
  });
  // The first step is the answer to failures and no place in the order.
  return step < 1 ? evaluationOrder.length : step;
}

test("the rules stand in the order of evaluation of the data file", () => {
  const steps = ALL_RULES.map(({ id }) => stepOf(id));
  expect(steps).toEqual(steps.toSorted((one, other) => one - other));
  expect(new Set(steps).size).toBe(6);
});

test("every event of the model is heard by some rule", () => {
  expect(EVENT_TYPES.toSorted()).toEqual(eventModel.events.toSorted());
});
