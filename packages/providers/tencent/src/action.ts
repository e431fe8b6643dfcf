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
import type { EncryptionForm } from "./encrypt-parameters.ts";

export type Service = "faceid" | "ocr";

type Reveal = (sealed: Sealed) => string;
type Body = Readonly<Record<string, string>>;

/** One action of the vendor, as a value. */
export interface Action {
  /** The check it does: this kind, with exactly these fields. */
  readonly kind: CheckKind;
  readonly fields: readonly Field[];
  readonly service: Service;
  /** Version of the product's API, sent as `X-TC-Version`. */
  readonly version: string;
  /** What the codes mean. It also holds the action's name. */
  readonly table: ResultTable;
  /** How it takes encrypted parameters. Default: it takes none. */
  readonly encryption?: EncryptionForm;
  /** The parameters for this check, or undefined when it is not one this action does. Opens each value once. */
  parameters(check: SealedCheck, reveal: Reveal): Body | undefined;
  /** The code in an answer without an error, in the form the table has. */
  codeOf(response: JsonObject): string;
}

/** An action as it is written down: `parameters` may rely on the fields. */
export interface ActionSpec<C extends Check> extends Omit<Action, "kind" | "fields" | "parameters"> {
  readonly kind: C["kind"];
  readonly fields: readonly FieldsOf<C>[];
  parameters(check: SealedCheck<C>, reveal: Reveal): Body | undefined;
}

export function defineAction<C extends Check>(spec: ActionSpec<C>): Action {
  return {
    ...spec,
    parameters: (check, reveal) => (fits<C>(spec, check) ? spec.parameters(check, reveal) : undefined),
  };
}
