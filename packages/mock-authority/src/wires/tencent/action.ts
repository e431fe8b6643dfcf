import type { PersonalField } from "../../journal.ts";
import type { Registry } from "../../personas/registry.ts";
import type { VendorError, VendorErrorCode } from "./vendor-error.ts";

/** One request parameter of an action. */
export interface Parameter {
  /** `encryption` parameters say which of the others are encrypted, and how. */
  readonly kind: "text" | "encryption";
  /** Refused with MissingParameter when absent or null. Default false. */
  readonly required?: true;
  /** Whether it may be encrypted. Default false. */
  readonly encryptable?: true;
  /** Personal field in it, for the journal. */
  readonly field?: PersonalField;
  /** Accepted values. Default: any. */
  readonly oneOf?: readonly string[];
  /** Code for any other value. Default InvalidParameterValue. */
  readonly refusal?: VendorErrorCode;
}

/** Parameter values by name; absent optional ones read as undefined. */
export type Values = Readonly<Record<string, string>>;

/** A business answer: members of `Response` and the one that decides, for the journal. */
export interface Answer {
  readonly kind: "answer";
  readonly status: string;
  readonly response: Readonly<Record<string, string | number | boolean>>;
}

/** One API action of the vendor, as data and a pure function. */
export interface Action {
  /** Value of X-TC-Action. */
  readonly name: string;
  /** Product, which is also the service of the credential scope. */
  readonly product: "faceid" | "ocr";
  /** Value of X-TC-Version. */
  readonly version: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Answers from the records. Gets every required parameter. */
  answer(values: Values, registry: Registry): Answer | VendorError;
}
