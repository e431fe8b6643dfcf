import type { PersonalField } from "../../journal.ts";
import type { Registry } from "../../personas/registry.ts";

/** What a value must look like: checked before anything is looked up. */
export type Form = "id-number" | "mobile" | "text" | "md5" | "sha256";

/** One request parameter; all are required. */
export interface Parameter {
  /** Personal field in it, for the journal. A digest of a value is as personal as the value. */
  readonly field: PersonalField;
  readonly form: Form;
}

/** Parameter values by name. */
export type Values = Readonly<Record<string, string>>;

/** A business answer. */
export interface Answer {
  readonly kind: "answer";
  /** What decides, for the journal. */
  readonly status: string;
  readonly charged: boolean;
  readonly data: Readonly<Record<string, unknown>>;
}

/** How an action writes what it billed: not every one has a count, and one has it as text. */
export type BillingStyle = "number" | "text" | "no-count";

/** One API action of the vendor, as data and a pure function. */
export interface Action {
  /** End of the path, by which the vendor's documents call it. */
  readonly name: string;
  readonly path: string;
  /** The company checks answer 200000, all others 000000. */
  readonly success: "000000" | "200000";
  readonly billing: BillingStyle;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Answers from the records. Gets every parameter, well-formed. */
  answer(values: Values, registry: Registry): Answer;
}
