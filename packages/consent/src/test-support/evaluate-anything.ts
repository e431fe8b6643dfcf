import { ALL_RULES } from "../rules/all-rules.ts";
import { evaluate, type Evaluation } from "../rules/evaluate.ts";
import type { EventType, RuleEvent } from "../rules/event.ts";
import type { RuleContext } from "../rules/model.ts";

/** Every type of event that some rule is asked about. */
export const EVENT_TYPES: readonly EventType[] = [...new Set(ALL_RULES.flatMap(({ events }) => events))];

/** What a caller without types may pass: the casts are the point. */
export function evaluateAnything(event: unknown, context: unknown): Evaluation {
  return evaluate(event as RuleEvent, context as RuleContext);
}
