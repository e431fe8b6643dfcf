import type { core, ZodObject, ZodOptional } from "zod";
import type { FormSchema, InputOf, OutputOf } from "./form-schema.ts";

/**
 * The schema of a purpose, made of the app's own: `Required` as the app wrote them, `Optional` may be absent, nothing
 * else. Of a zod object a zod object, to extend or describe as any other; of any other schema a Standard Schema.
 */
export type NarrowedSchema<S extends FormSchema, Required extends string, Optional extends string> =
  // By structure, so that an app without zod needs none for its types either.
  S extends ZodObjectLike<infer Shape extends core.$ZodShape>
    ? ZodObject<NarrowedShape<Shape, Required, Optional>>
    : FormSchema<NarrowedData<InputOf<S>, Required, Optional>, NarrowedData<OutputOf<S>, Required, Optional>>;

/** What tells a zod object from others: its members and the ways to choose among them. */
export interface ZodObjectLike<Shape> {
  readonly _zod: object;
  readonly shape: Shape;
  readonly pick: (...mask: never) => unknown;
  readonly partial: (...mask: never) => unknown;
  readonly strip: () => unknown;
}

type NarrowedShape<Shape extends core.$ZodShape, Required extends string, Optional extends string> = {
  [Each in Extract<keyof Shape, Required | Optional>]: Each extends Optional
    ? ZodOptional<Shape[Each]>
    : Shape[Each];
};

type NarrowedData<Data, Required extends string, Optional extends string> = Flat<
  Pick<Data, Extract<keyof Data, Required>> & Partial<Pick<Data, Extract<keyof Data, Optional>>>
>;

type Flat<T> = { [Key in keyof T]: T[Key] };

/** What is left of a form after guard and schema: any field may have been dropped. */
export type ValidData<S extends FormSchema, F extends string> = {
  readonly [Each in Extract<keyof OutputOf<S>, F>]?: OutputOf<S>[Each];
};

/**
 * Nothing to add where `S` covers the fields of a purpose; else a type that names those it lacks, for the compiler's
 * message. Use: `schema: S & SchemaFor<S, Required, Optional>`.
 */
export type SchemaFor<S extends FormSchema, Required extends string, Optional extends string> = [
  Lacking<S, Required | Optional>,
] extends [never]
  ? OptionalToo<S, Optional>
  : { readonly "the schema has no such field": Lacking<S, Required | Optional> };

type Lacking<S extends FormSchema, F extends string> = Exclude<F, keyof InputOf<S> & keyof OutputOf<S>>;

/** A schema that does not show its fields can only do without one if it says so itself. */
type OptionalToo<S extends FormSchema, Optional extends string> = S extends
  { readonly shape: object } | { readonly entries: object }
  ? unknown
  : [Demanded<InputOf<S>, Optional>] extends [never]
    ? unknown
    : { readonly "must be optional in the schema too": Demanded<InputOf<S>, Optional> };

type Demanded<Data, F extends string> = {
  [Each in Extract<keyof Data, F>]: object extends Pick<Data, Each> ? never : Each;
}[Extract<keyof Data, F>];
