import type { RuleEvent } from "../rules/event.ts";
import type { RuleId } from "../rules/model.ts";
import { findings } from "./findings.ts";
import { world, type WorldChanges } from "./rule-world.ts";

/** The code of one rule in a sound world with the changes; `undefined` where it has nothing against the event. */
export function codeOf(id: RuleId, event: RuleEvent, changes: WorldChanges = {}): string | undefined {
  return findings(id, event, world(event, changes))[0];
}
