import { memberOf } from "./form.ts";

/**
 * Any schema that speaks Standard Schema v1, and so those of zod, valibot, arktype and others. Written down again here:
 * a structure needs no dependency.
 */
export interface FormSchema<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    /** The library, such as `zod`. */
    readonly vendor: string;
    readonly validate: (value: unknown) => FormResult<Output> | Promise<FormResult<Output>>;
    /** In the type only. */
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

/** What a schema made of a value: the value as it wants it, or what is wrong. */
export type FormResult<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly FormIssue[] };

/** One complaint of a schema. */
export interface FormIssue {
  readonly message: string;
  /** Where, from the outside in. Default: the value itself. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What a schema takes. */
export type InputOf<S extends FormSchema> = NonNullable<S["~standard"]["types"]>["input"];

/** What a schema gives. */
export type OutputOf<S extends FormSchema> = NonNullable<S["~standard"]["types"]>["output"];

/** For callers without types. */
export function isFormSchema(value: unknown): value is FormSchema {
  return typeof memberOf(memberOf(value, "~standard"), "validate") === "function";
}

/** The member of an object that an issue is about. */
export function fieldOf({ path: [step] = [] }: FormIssue): string | undefined {
  const key = typeof step === "object" ? step.key : step;
  return typeof key === "string" ? key : undefined;
}
