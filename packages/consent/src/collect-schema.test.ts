import { UsageError } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { definePurpose } from "./purpose.ts";
import { plainParts, SUBJECT } from "./test-support/community.ts";
import { decide, service } from "./test-support/services.ts";

const form = z.object({
  "mobile-number": z.string().regex(/^1\d{10}$/, "must be 11 digits"),
  gender: z.enum(["F", "M"]),
  contacts: z.array(z.string()),
  "app:unrelated": z.string(),
});

const register = definePurpose({
  ...plainParts,
  id: "register",
  required: ["mobile-number"],
  optional: ["gender", "contacts"],
  schema: form,
});

function makeMap() {
  // @ts-expect-error the schema has no field "location"
  definePurpose({ ...plainParts, id: "map", required: ["location"], schema: form });
}

async function granted() {
  const { consent } = service();
  await decide(consent, register, { optional: ["gender"] });
  return { consent, grant: await consent.grant(register, SUBJECT) };
}

describe("a purpose with the app's own schema", () => {
  it("gives that schema cut down to its fields, the optional ones optional", () => {
    const schema = register.schema();

    expect(Object.keys(schema.shape)).toEqual(["mobile-number", "gender", "contacts"]);
    expect(schema.parse({ "mobile-number": "16400000001", other: 1 })).toEqual({
      "mobile-number": "16400000001",
    });
  });

  it("is refused when the schema lacks one of its fields", () => {
    expect(makeMap).toThrow(UsageError);
    expect(makeMap).toThrow(expect.objectContaining({ path: "purpose.schema" }));
  });

  it("lets granted fields through as the schema gives them, and reports what was not granted", async () => {
    const { consent, grant } = await granted();
    const sent = { "mobile-number": "16400000001", gender: "F", contacts: ["a"], location: "somewhere" };

    expect(consent.collect(register, sent, grant)).toEqual({
      data: { "mobile-number": "16400000001", gender: "F" },
      blocked: [
        { field: "contacts", reason: "not-granted" },
        { field: "location", reason: "not-in-purpose" },
      ],
      issues: [],
    });
  });

  it("drops a field that the schema refuses, and says so without its value", async () => {
    const { consent, grant } = await granted();
    const collected = consent.collect(register, { "mobile-number": "164", gender: "F" }, grant);

    expect(collected).toEqual({
      data: { gender: "F" },
      blocked: [],
      issues: [{ field: "mobile-number", message: "must be 11 digits" }],
    });
  });

  it("lets nothing through without a grant that holds", async () => {
    const { consent, grant } = await granted();
    const sent = { "mobile-number": "16400000001" };

    expect(consent.collect(register, sent, { ...grant })).toEqual({
      data: {},
      blocked: [{ field: "mobile-number", reason: "no-grant" }],
      issues: [],
    });
  });

  it("is the same purpose to a record, whether or not a schema was given", async () => {
    const { consent, grant } = await granted();
    const { schema: _schema, ...said } = register;
    const plain = definePurpose(said);

    expect(consent.collect(plain, { "mobile-number": "164" }, grant).data).toEqual({
      "mobile-number": "164",
    });
    expect((await consent.grant(plain, SUBJECT)).purposeId).toBe("register");
  });
});
