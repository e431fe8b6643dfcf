import type { PersonalField } from "../../journal.ts";
import type { Registry } from "../../personas/registry.ts";
import type { GatewayError } from "./gateway-error.ts";

/** Parameter values by name; absent ones read as undefined. */
export type Values = Readonly<Record<string, string | undefined>>;

/** An answer with HTTP 200, with a result or without one. */
export interface Answer {
  readonly kind: "answer";
  /** The codes that decide, for the journal. */
  readonly status: string;
  /** Members of the body beside `RequestId`. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** One API action of the vendor, as data and a pure function. */
export interface Action {
  /** Value of x-acs-action. */
  readonly name: string;
  /** Value of x-acs-version. */
  readonly version: string;
  /** Where a POST has its parameters. */
  readonly place: "form" | "query";
  /** Personal fields in the parameters, for the journal. */
  readonly fields: Readonly<Record<string, PersonalField>>;
  /** Answers from the records. */
  answer(values: Values, registry: Registry): Answer | GatewayError;
}
