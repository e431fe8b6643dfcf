import {
  fits,
  type Check,
  type CheckKind,
  type Field,
  type FieldsOf,
  type Sealed,
  type SealedCheck,
} from "@shiming/contract";
import type { ResultTable } from "@shiming/provider-kit";

/** Which of the vendor's hosts: `auth` for people and the four elements of a company, `business` for the rest. */
export type Service = "auth" | "business";

export type Reveal = (sealed: Sealed) => string;
export type Body = Readonly<Record<string, string>>;

/** What an answer says, in the form the table has. */
export interface Verdict {
  readonly code: string;
  /** The parts that disagree, where they are told apart from the code. Default: what the row says. */
  readonly fields?: readonly Field[];
}

/** One action of the vendor, as a value. */
export interface Action {
  /** The check it does: this kind, with exactly these fields. */
  readonly kind: CheckKind;
  readonly fields: readonly Field[];
  readonly service: Service;
  readonly path: string;
  /** What the codes mean. It also holds the action's name, which is the end of the path. */
  readonly table: ResultTable;
  /** The parameters for this check, or undefined when it is not one this action does. Opens each value once. */
  parameters(check: SealedCheck, reveal: Reveal): Body | undefined;
  /** The verdict in the `data` of a success, or undefined when they are not as documented. */
  verdictOf(data: unknown): Verdict | undefined;
}

/** An action as it is written down: `parameters` may rely on the fields. */
export interface ActionSpec<C extends Check> extends Omit<Action, "kind" | "fields" | "parameters"> {
  readonly kind: C["kind"];
  readonly fields: readonly FieldsOf<C>[];
  parameters(check: SealedCheck<C>, reveal: Reveal): Body;
}

export function defineAction<C extends Check>(spec: ActionSpec<C>): Action {
  return {
    ...spec,
    parameters: (check, reveal) => (fits<C>(spec, check) ? spec.parameters(check, reveal) : undefined),
  };
}
