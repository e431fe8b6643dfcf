import { describe, expectTypeOf, it } from "vitest";
import * as z from "zod";
import type { FormSchema, InputOf, OutputOf } from "./form-schema.ts";
import { narrowToFields } from "./narrow-to-fields.ts";
import type { NarrowedSchema, SchemaFor, ValidData } from "./narrowed-schema.ts";
import { validateFields } from "./validate-fields.ts";

const account = z.object({
  "mobile-number": z.string(),
  name: z.string().optional(),
  age: z.string().transform(Number),
  contacts: z.array(z.string()),
  "app:nickname": z.string(),
});

const FIELDS = { required: ["mobile-number", "age"], optional: ["contacts"] } as const;

/** Stands for `definePurpose`: takes a schema only when it covers the fields. */
declare function define<const R extends string, const O extends string, S extends FormSchema>(options: {
  required: readonly R[];
  optional: readonly O[];
  schema: S & SchemaFor<S, R, O>;
}): NarrowedSchema<S, R, O>;

declare const opaque: FormSchema<
  { name: string; gender?: string; age: string },
  { name: string; gender?: string; age: number }
>;

describe("a zod object, cut down,", () => {
  const schema = narrowToFields(account, FIELDS);

  it("is a zod object of the fields: required as they are, optional ones optional, no others", () => {
    expectTypeOf(schema).toExtend<z.ZodObject>();
    expectTypeOf<z.input<typeof schema>>().toEqualTypeOf<{
      "mobile-number": string;
      age: string;
      contacts?: string[] | undefined;
    }>();
    expectTypeOf<z.output<typeof schema>>().toEqualTypeOf<{
      "mobile-number": string;
      age: number;
      contacts?: string[] | undefined;
    }>();
  });

  it("has the schemas of the app's own object", () => {
    expectTypeOf(schema.shape["mobile-number"]).toEqualTypeOf<z.ZodString>();
    expectTypeOf(schema.shape.contacts).toEqualTypeOf<z.ZodOptional<z.ZodArray<z.ZodString>>>();
    // @ts-expect-error not a field of the purpose
    void schema.shape.name;
  });

  it("gives any field, or none", () => {
    const { data } = validateFields(schema, { form: {}, granted: new Set() });

    expectTypeOf(data).toEqualTypeOf<
      Readonly<{ "mobile-number"?: string; age?: number; contacts?: string[] | undefined }>
    >();
    expectTypeOf<ValidData<typeof account, "age" | "contacts">>().toEqualTypeOf<{
      readonly age?: number;
      readonly contacts?: string[];
    }>();
  });
});

describe("any other schema, cut down,", () => {
  it("is a Standard Schema of the fields", () => {
    const schema = narrowToFields(opaque, { required: ["age"], optional: ["gender"] });

    expectTypeOf<InputOf<typeof schema>>().toEqualTypeOf<{ age: string; gender?: string }>();
    expectTypeOf<OutputOf<typeof schema>>().toEqualTypeOf<{ age: number; gender?: string }>();
    expectTypeOf(schema).not.toBeAny();
  });

  it("makes the optional fields optional", () => {
    const schema = narrowToFields(opaque, { required: ["name"], optional: ["age"] });

    expectTypeOf<InputOf<typeof schema>>().toEqualTypeOf<{ name: string; age?: string }>();
  });
});

describe("a schema for a purpose", () => {
  it("must have every field", () => {
    expectTypeOf(define({ ...FIELDS, schema: account })).toEqualTypeOf<
      NarrowedSchema<typeof account, "mobile-number" | "age", "contacts">
    >();
    // @ts-expect-error "location" is not in the schema
    define({ required: ["mobile-number"], optional: ["location"], schema: account });
    // @ts-expect-error nor is "gender"
    define({ required: ["gender"], optional: [], schema: account });
    // @ts-expect-error "gendre" is not either
    define({ required: ["name"], optional: ["gendre"], schema: opaque });
  });

  it("must let an optional field be absent where it does not show its fields", () => {
    define({ required: ["name", "age"], optional: ["gender"], schema: opaque });
    // @ts-expect-error "age" cannot be absent
    define({ required: ["name"], optional: ["age"], schema: opaque });
  });

  it("must be a schema", () => {
    // @ts-expect-error a shape is no schema yet
    define({ required: ["name"], optional: [], schema: { name: z.string() } });
  });
});
