import { UsageError } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import * as mini from "zod/mini";
import type { FormSchema } from "./form-schema.ts";
import { narrowToFields } from "./narrow-to-fields.ts";
import { entriesSchema, opaqueSchema } from "../test-support/other-libraries.ts";

const FIELDS = { required: ["mobile-number", "name"], optional: ["gender"] } as const;

const form = {
  "mobile-number": "16400000001",
  name: "某一一",
  gender: "F",
  location: "31.2,121.5",
  utm: "spring",
};

const { location: _location, utm: _utm, ...narrowedForm } = form;

const members = {
  "mobile-number": z.string().regex(/^1\d{10}$/),
  name: z.string().min(2),
  gender: z.enum(["F", "M"]),
  location: z.string(),
};

const text = (value: unknown): string | undefined => (typeof value === "string" ? undefined : "must be text");

const checks = { "mobile-number": text, name: text, gender: text };

const SCHEMAS: readonly (readonly [string, FormSchema])[] = [
  ["a zod object", z.object(members)],
  ["a strict zod object", z.strictObject(members)],
  ["a loose zod object", z.looseObject(members)],
  ["a zod object that catches all", z.object(members).catchall(z.string())],
  ["an object of zod/mini", mini.object(members)],
  ["an object that shows its entries", entriesSchema({ ...checks, location: text })],
  ["a schema that shows nothing", opaqueSchema(checks)],
];

const narrowed = (schema: FormSchema): FormSchema => narrowToFields(schema, FIELDS);
const answer = async (schema: FormSchema, value: unknown) => schema["~standard"].validate(value);

describe.each(SCHEMAS)("%s, cut down to a purpose,", (_name, schema) => {
  it("lets the fields of the purpose through, and no others", async () => {
    expect(await answer(narrowed(schema), form)).toEqual({ value: narrowedForm });
  });

  it("wants what is required, and says so of that field", async () => {
    const { name: _without, ...others } = form;

    expect(await answer(narrowed(schema), others)).toMatchObject({ issues: [{ path: ["name"] }] });
  });

  it.each([null, undefined, "form", 7])("refuses what is no object: %j", async (value) => {
    expect((await answer(narrowed(schema), value)).issues).toHaveLength(1);
  });
});

describe.each(SCHEMAS.slice(0, -1))("%s", (_name, schema) => {
  it("may do without an optional field that the app's own schema wants", async () => {
    const { gender: _without, ...others } = narrowedForm;

    expect(await answer(narrowed(schema), others)).toEqual({ value: others });
  });

  it("must have every field of the purpose", () => {
    const wrong = { required: ["name"], optional: ["contacts"] } as const;

    expect(() => narrowToFields(schema, wrong)).toThrow(UsageError);
    expect(() => narrowToFields(schema, wrong)).toThrow(
      expect.objectContaining({ path: "purpose.schema", message: expect.stringContaining("contacts") }),
    );
  });
});

describe("a zod object, cut down,", () => {
  it("is a zod object still: it can be extended, and described", () => {
    const schema = narrowToFields(z.object(members), FIELDS);

    expect(
      schema.extend({ "app:nickname": z.string() }).parse({ ...narrowedForm, "app:nickname": "a" }),
    ).toEqual({
      ...narrowedForm,
      "app:nickname": "a",
    });
    expect(z.toJSONSchema(schema)).toMatchObject({ required: ["mobile-number", "name"] });
  });

  it("keeps what the app says of each field", () => {
    const trimmed = z.object({ name: z.string().trim().min(1, "请填写姓名") });
    const schema = narrowToFields(trimmed, { required: ["name"], optional: [] });

    expect(schema.parse({ name: " 某一一 " })).toEqual({ name: "某一一" });
    expect(schema.safeParse({ name: " " }).error?.issues[0]?.message).toBe("请填写姓名");
  });

  it("leaves the app's own object as it was", () => {
    const own = z.strictObject(members);
    narrowToFields(own, FIELDS);

    expect(Object.keys(own.shape)).toEqual(Object.keys(members));
    expect(own.safeParse(narrowedForm).success).toBe(false);
  });
});

describe("an object that is checked as a whole", () => {
  it.each([
    ["by a refinement of zod", z.object(members).refine(() => true)],
    ["by a refinement of zod/mini", mini.object(members).check(mini.refine(() => true))],
    ["by further steps of a pipe", { ...entriesSchema(checks), pipe: [{}, {}] }],
  ])("is refused when the purpose is defined: %s", (_what, schema) => {
    expect(() => narrowToFields(schema, FIELDS)).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION", path: "purpose.schema" }),
    );
  });
});

describe("what is no schema", () => {
  it.each([
    [undefined],
    [null],
    [{}],
    ["schema"],
    [() => undefined],
    [{ "~standard": {} }],
    [{ "~standard": null }],
  ])("is refused: %j", (value) => {
    // Plain JavaScript can pass anything.
    expect(() => narrowToFields(value as unknown as FormSchema, FIELDS)).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION", path: "purpose.schema" }),
    );
  });
});

describe("a schema that shows nothing, cut down,", () => {
  it("is not shown the rest of the form either", async () => {
    const seen: unknown[] = [];
    const schema = opaqueSchema(checks, (value) => seen.push(value));
    await answer(narrowed(schema), form);

    expect(seen).toEqual([narrowedForm]);
  });

  it("may be a function, as in arktype", async () => {
    const callable = Object.assign(() => undefined, opaqueSchema(checks));

    expect(await answer(narrowed(callable), form)).toEqual({ value: narrowedForm });
  });

  it("says nothing of places outside the purpose", async () => {
    const nosy = {
      "~standard": {
        version: 1,
        vendor: "nosy",
        validate: () => ({ issues: [{ message: "16400000001 is unknown", path: ["16400000001"] }] }),
      },
    } as const;

    expect(await answer(narrowed(nosy), form)).toEqual({ issues: [{ message: "is not valid" }] });
  });

  it("gives no field when it makes something else of the form", async () => {
    const joining: FormSchema = {
      "~standard": { version: 1, vendor: "joining", validate: () => ({ value: "某一一 16400000001" }) },
    };

    expect(await answer(narrowed(joining), form)).toEqual({ value: {} });
  });
});
