import { type Field, UsageError } from "@shiming/contract";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { entriesSchema, opaqueSchema } from "../test-support/other-libraries.ts";
import type { FormSchema } from "./form-schema.ts";
import { narrowToFields } from "./narrow-to-fields.ts";
import { validateFields as validateGranted } from "./validate-fields.ts";

const FIELDS = { required: ["mobile-number", "name"], optional: ["gender", "app:nickname"] } as const;

const ALL: ReadonlySet<Field> = new Set([
  ...FIELDS.required,
  ...FIELDS.optional,
  "age",
  "address",
  "contacts",
]);

/** A person who granted everything. */
const validateFields = <Data>(schema: FormSchema<unknown, Data>, sent: Readonly<Record<string, unknown>>) =>
  validateGranted(schema, { form: sent, granted: ALL });

const form = { "mobile-number": "16400000001", name: "某一一", gender: "F" };

const mobile = (value: unknown) => (/^1\d{10}$/.test(String(value)) ? undefined : "must be a mobile number");
const text = (value: unknown) => (typeof value === "string" ? undefined : "must be text");
const absentOr = (check: typeof text) => (value: unknown) => (value === undefined ? undefined : check(value));

const zod = z.object({
  "mobile-number": z.string("must be a mobile number").regex(/^1\d{10}$/, "must be a mobile number"),
  name: z.string("must be text"),
  gender: z.string("must be text"),
  "app:nickname": z.string("must be text"),
});
const entries = entriesSchema({ "mobile-number": mobile, name: text, gender: text, "app:nickname": text });
const opaque = opaqueSchema({
  "mobile-number": mobile,
  name: text,
  gender: absentOr(text),
  "app:nickname": absentOr(text),
});

const SCHEMAS: readonly (readonly [string, FormSchema])[] = [
  ["of zod", narrowToFields(zod, FIELDS)],
  ["of a library that shows its entries", narrowToFields(entries, FIELDS)],
  ["of a library that shows nothing", narrowToFields(opaque, FIELDS)],
];

describe.each(SCHEMAS)("a form under a schema %s", (_library, schema) => {
  it("passes whole", () => {
    expect(validateFields(schema, form)).toEqual({ data: form, issues: [] });
  });

  it("passes without the optional fields that the person left out", () => {
    const { gender: _left, ...others } = form;

    expect(validateFields(schema, others)).toEqual({ data: others, issues: [] });
  });

  it("loses the field that fails, and no other; the issue is in the schema's words", () => {
    expect(validateFields(schema, { ...form, gender: 7 })).toEqual({
      data: { "mobile-number": form["mobile-number"], name: form.name },
      issues: [{ field: "gender", message: "must be text" }],
    });
  });

  it("is told of a required field that was not sent", () => {
    const { name: _forgotten, ...others } = form;

    expect(validateFields(schema, others).issues).toContainEqual({ field: "name", message: "must be text" });
  });

  it("passes only what was granted, and does not miss the rest", () => {
    const granted: ReadonlySet<Field> = new Set(["mobile-number", "name"]);
    const { gender: _left, ...others } = form;

    expect(validateGranted(schema, { form: { ...form, utm: "spring" }, granted })).toEqual({
      data: others,
      issues: [],
    });
    expect(validateGranted(schema, { form, granted: new Set() })).toEqual({ data: {}, issues: [] });
  });

  it("takes what is no form at all", () => {
    fc.assert(
      fc.property(fc.anything(), (sent) => {
        const { data } = validateGranted(schema, { form: sent, granted: ALL });

        expect(Object.keys(data).every((name) => Object.hasOwn(Object(sent), name))).toBe(true);
      }),
    );
  });

  it("accounts for every field that was sent: it passes, or there is an issue", () => {
    const values = fc.oneof(fc.constantFrom("16400000001", "某一一"), fc.anything());
    const forms = fc.dictionary(fc.constantFrom(...FIELDS.required, ...FIELDS.optional), values);
    fc.assert(
      fc.property(forms, (sent) => {
        const { data, issues } = validateFields(schema, sent);
        const passed = Object.keys(data);
        const failed: ReadonlySet<string> = new Set(issues.map(({ field }) => field));
        const accounted = (name: string): boolean => passed.includes(name) !== failed.has(name);

        expect(Object.keys(sent).filter((name) => !accounted(name))).toEqual([]);
        expect(passed.every((name) => Object.hasOwn(sent, name))).toBe(true);
      }),
    );
  });
});

describe("a schema that shows nothing", () => {
  it("lets nothing through that it never passed", () => {
    const together: FormSchema = {
      "~standard": {
        version: 1,
        vendor: "together",
        validate: () => ({ issues: [{ message: "these do not go together" }] }),
      },
    };

    expect(validateFields(narrowToFields(together, FIELDS), form)).toEqual({
      data: {},
      issues: Object.keys(form).map((field) => ({
        field,
        message: "cannot be checked while another field fails",
      })),
    });
  });
});

describe("a zod schema", () => {
  it("gives what it makes of a value", () => {
    const year = z.object({ name: z.string(), age: z.string().transform(Number) });
    const schema = narrowToFields(year, { required: ["name"], optional: ["age"] });

    expect(validateFields(schema, { name: "某一一", age: "30" }).data).toEqual({ name: "某一一", age: 30 });
    expect(validateFields(schema, { name: 1, age: "30" }).data).toEqual({ age: 30 });
  });

  it("does not fill in what was not sent: a default would be a box ticked beforehand", () => {
    const ticked = z.object({ name: z.string(), gender: z.string().default("F") });
    const schema = narrowToFields(ticked, { required: ["name"], optional: ["gender"] });

    expect(validateFields(schema, { name: "某一一" })).toEqual({ data: { name: "某一一" }, issues: [] });
    expect(validateFields(schema, { name: 7 }).data).toEqual({});
  });

  it("is not shown a value that is not granted", () => {
    const seen: unknown[] = [];
    const spying = z.object({ name: z.string(), gender: z.string().refine((value) => seen.push(value)) });
    const schema = narrowToFields(spying, { required: ["name"], optional: ["gender"] });
    validateGranted(schema, { form, granted: new Set(["name"]) });

    expect(seen).toEqual([]);
  });

  it("lets nothing out that is not granted, whatever the form is made of", () => {
    const schema = narrowToFields(zod, FIELDS);
    const granted: ReadonlySet<Field> = new Set(["mobile-number", "name"]);
    const hidden = Object.defineProperty({ ...form }, "gender", { enumerable: false });
    const lying = new Proxy(form, { ownKeys: () => ["name"] });

    for (const odd of [hidden, lying, Object.create(form) as typeof form]) {
      expect(Object.keys(validateGranted(schema, { form: odd, granted }).data)).not.toContain("gender");
    }
  });

  it("does not read what the form only inherits", () => {
    const schema = narrowToFields(zod, FIELDS);
    const inherits: Record<string, unknown> = Object.create({ gender: "F" });
    Object.assign(inherits, { "mobile-number": "16400000001", name: "某一一" });

    expect(validateFields(schema, inherits).data).not.toHaveProperty("gender");
  });

  it("has one issue for a field, however many its parts have", () => {
    const many = z.object({ contacts: z.array(z.string()) });
    const schema = narrowToFields(many, { required: ["contacts"], optional: [] });

    expect(validateFields(schema, { contacts: Array.from({ length: 1000 }, () => 7) }).issues).toHaveLength(
      1,
    );
  });

  it("does not repeat names that came with a value", () => {
    const strict = z.object({ address: z.strictObject({ city: z.string() }) });
    const schema = narrowToFields(strict, { required: ["address"], optional: [] });
    const { issues } = validateFields(schema, { address: { city: "上海", "16400000001": "某一一" } });

    expect(issues).toEqual([{ field: "address", message: "is not valid" }]);
  });

  it("does not repeat a value that the app's message holds", () => {
    const telling = z.object({
      name: z.string().refine(() => false, { error: (issue) => `bad: ${String(issue.input)}` }),
    });
    const schema = narrowToFields(telling, { required: ["name"], optional: [] });

    expect(validateFields(schema, { name: "某一一" }).issues).toEqual([
      { field: "name", message: "is not valid" },
    ]);
  });
});

const throwing = (): never => {
  throw new Error("某一一");
};
const named = (name: z.ZodType): FormSchema =>
  narrowToFields(z.object({ name }), { required: ["name"], optional: [] });

describe("a schema that does not answer at once", () => {
  const unhandled: unknown[] = [];
  const hear = (reason: unknown): number => unhandled.push(reason);
  beforeEach(() => void process.on("unhandledRejection", hear));
  afterEach(() => void process.off("unhandledRejection", hear));

  it.each([
    ["waits", named(z.string().refine(async () => true))],
    ["throws in zod", named(z.string().refine(throwing))],
    ["throws itself", narrowToFields(opaqueSchema({ name: throwing }), { required: ["name"], optional: [] })],
  ])("is the app's mistake, told without a value: it %s", async (_how, schema) => {
    const call = () => validateFields(schema, { name: "某一一" });

    expect(call).toThrow(UsageError);
    expect(call).toThrow(
      expect.objectContaining({
        code: "INVALID_OPTION",
        path: "purpose.schema",
        message: expect.not.stringContaining("某一一"),
      }),
    );
    // Rejections are reported after the microtasks.
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).toEqual([]);
  });
});
