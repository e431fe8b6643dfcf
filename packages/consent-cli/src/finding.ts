import type { RuleId } from "./rules.ts";

/** `error` fails the run; `warning` and `note` do not. */
export type Level = "error" | "warning" | "note";

/** One thing that is not as it should be, and what to do. */
export interface Finding {
  readonly ruleId: RuleId;
  readonly level: Level;
  /** As it was named on the command line. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1; absent where the whole line is meant. */
  readonly column?: number;
  /** The permission, purpose or SDK that it is about. Stays the same when lines move. */
  readonly subject: string;
  readonly message: string;
  /** What to do. */
  readonly advice: string;
}
