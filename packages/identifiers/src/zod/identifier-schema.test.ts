import { describe, expect, it } from "vitest";
import * as z from "zod";
import { findingMessages } from "../finding-messages.ts";
import { createGenerator } from "../generate/generator.ts";
import { mobileNumber, personName, residentId } from "../index.ts";
import type { IdentifierName } from "../index.ts";
import * as schemas from "../zod.ts";
import { identifierSchema } from "./identifier-schema.ts";

const make = createGenerator("zod");

const SCHEMAS: Readonly<Record<IdentifierName, z.ZodType<string, string>>> = schemas;

// Object.keys forgets the key type of the record.
const names = Object.keys(SCHEMAS).filter((name) => name !== "identifierSchema") as readonly IdentifierName[];

const issuesOf = (schema: z.ZodType, input: unknown) => schema.safeParse(input).error?.issues;

describe("the schemas", () => {
  it("are one for each kind", () => {
    expect(names).toHaveLength(14);
  });

  it.each(names)("let a valid input through in its canonical form: %s", (name) => {
    const value = make.valid(name);

    expect(SCHEMAS[name].parse(value)).toBe(value);
  });

  it.each(names)("refuse an empty input: %s", (name) => {
    expect(SCHEMAS[name].safeParse("").success).toBe(false);
  });

  it("write the canonical form", () => {
    expect(schemas.residentId.parse("11010519491231002x")).toBe("11010519491231002X");
    expect(schemas.mobileNumber.parse("+86 138-0013-8000")).toBe("13800138000");
  });

  it("can be described by JSON Schema", () => {
    expect(z.toJSONSchema(z.object({ idNumber: schemas.residentId }))).toMatchObject({
      properties: { idNumber: { type: "string" } },
    });
  });
});

describe("identifierSchema", () => {
  const wrong = make.wrong("residentId", "RESIDENT_ID_CHECK");

  it.each(["en", "zh"] as const)("complains in the language asked for: %s", (locale) => {
    expect(issuesOf(identifierSchema(residentId, { locale }), wrong)).toEqual([
      {
        code: "custom",
        message: findingMessages.RESIDENT_ID_CHECK[locale],
        params: { code: "RESIDENT_ID_CHECK", at: [17, 18] },
        path: [],
      },
    ]);
  });

  it("complains in English where no language is asked for", () => {
    expect(issuesOf(identifierSchema(residentId), wrong)?.[0]?.message).toBe(
      findingMessages.RESIDENT_ID_CHECK.en,
    );
  });

  it("reads as leniently, and judges by the day, as the kind would", () => {
    const spaced = "110105 19491231 002X";

    expect(identifierSchema(residentId).safeParse(spaced).success).toBe(false);
    expect(identifierSchema(residentId, { lenient: true }).parse(spaced)).toBe("11010519491231002X");
    expect(
      issuesOf(identifierSchema(residentId, { asOf: "1949-12-30" }), "11010519491231002X"),
    ).toMatchObject([{ params: { code: "RESIDENT_ID_DATE_FUTURE" } }]);
  });

  it("has an issue for each error, and its path in an object", () => {
    const form = z.object({ id: identifierSchema(residentId), phone: identifierSchema(mobileNumber) });
    const issues = issuesOf(form, { id: ` ${wrong}`, phone: "1380013800" });

    expect(issues?.map(({ path }) => path)).toEqual([["id"], ["id"], ["phone"]]);
  });

  it.each(["en", "zh"] as const)("says in the language asked for that the input is no text: %s", (locale) => {
    for (const input of [undefined, null, 5, 11010519491231, ["11010519491231002X"]]) {
      const { error } = identifierSchema(residentId, { locale }).safeParse(input, { reportInput: true });

      expect(error?.issues).toEqual([
        {
          code: "invalid_type",
          expected: "string",
          input: undefined,
          message: findingMessages.NOT_A_STRING[locale],
          path: [],
        },
      ]);
    }
  });

  it("refuses a day that is none as it is built", () => {
    expect(() => identifierSchema(residentId, { asOf: "2026-02-30" })).toThrow(
      expect.objectContaining({ name: "CivilDateError", code: "DATE_MALFORMED", field: "asOf" }),
    );
    expect(() => identifierSchema(mobileNumber, { asOf: "bad" })).toThrow("asOf");
  });

  it.each(["en", "zh"] as const)("never tells the value, not even where zod reports inputs: %s", (locale) => {
    const canary = "1101051949123100丙丁";
    for (const kind of [residentId, mobileNumber, personName]) {
      const { error } = identifierSchema(kind, { locale }).safeParse(`${canary}7`, { reportInput: true });

      expect(error).toBeDefined();
      expect(JSON.stringify(error?.issues) + String(error?.message)).not.toMatch(/11010519|丙丁/);
    }
  });
});
