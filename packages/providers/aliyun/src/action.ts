import {
  fits,
  type Check,
  type CheckKind,
  type Field,
  type FieldsOf,
  type Sealed,
  type SealedCheck,
} from "@shiming/contract";
import type { JsonObject, ResultTable } from "@shiming/provider-kit";

/** What an action's parameters are made with. */
export interface ParameterTools {
  /** Opens a sealed value. */
  readonly reveal: (sealed: Sealed) => string;
  /** Names this verification to the vendor: letters and digits, at most 32, not personal. */
  readonly bizId: string;
}

type Parameters = Readonly<Record<string, string>>;

/** What a successful answer says. */
export interface Finding {
  /** The code in the form the table has. */
  readonly code: string;
  /** The fields that disagree, where the answer names them beside its code. */
  readonly fields?: readonly Field[];
}

/** One action of the vendor, as a value. */
export interface Action {
  /** The check it does: this kind, with exactly these fields. */
  readonly kind: CheckKind;
  readonly fields: readonly Field[];
  /** Version of the product's API, sent as `x-acs-version`. */
  readonly version: string;
  /** Where the vendor wants the parameters. A query is seen by more eyes than a form. */
  readonly place: "form" | "query";
  /** The `Code` that says that there is a result. */
  readonly success: string;
  /** What the codes mean. It also holds the action's name. */
  readonly table: ResultTable;
  /** The parameters for this check, or undefined when it is not one this action does. Opens each value once. */
  parameters(check: SealedCheck, tools: ParameterTools): Parameters | undefined;
  /** Reads an answer whose `Code` is that of success. */
  find(answer: JsonObject): Finding;
}

/** An action as it is written down: `parameters` may rely on the fields. */
export interface ActionSpec<C extends Check> extends Omit<Action, "kind" | "fields" | "parameters"> {
  readonly kind: C["kind"];
  readonly fields: readonly FieldsOf<C>[];
  parameters(check: SealedCheck<C>, tools: ParameterTools): Parameters;
}

export function defineAction<C extends Check>(spec: ActionSpec<C>): Action {
  return {
    ...spec,
    parameters: (check, tools) => (fits<C>(spec, check) ? spec.parameters(check, tools) : undefined),
  };
}
