import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readWith } from "./read-with.ts";

const call = { provider: "acme", action: "CheckName" };
const schema = z.object({ Response: z.object({ Result: z.string(), Name: z.literal("fixed") }) });

describe("readWith", () => {
  it("gives what the schema asks for", () => {
    const value = { Response: { Result: "0", Name: "fixed", New: 1 } };

    expect(readWith(schema, value, call)).toEqual({ Response: { Result: "0", Name: "fixed" } });
  });

  it("reports paths and no value", () => {
    expect(() => readWith(schema, { Response: { Result: 7, Name: "某一一" } }, call)).toThrow(
      expect.objectContaining({
        code: "RESPONSE_INVALID",
        message: "acme CheckName: the answer is not as documented at Response.Result, Response.Name",
        charge: { charged: "unknown", basis: "acme CheckName answer not understood" },
      }),
    );
  });

  it("reports the root when nothing fits", () => {
    expect(() => readWith(schema, "某一一", call)).toThrow(/at \(root\)$/);
  });

  it("reports a few paths only", () => {
    const wide = z.object({ a: z.string(), b: z.string(), c: z.string(), d: z.string() });

    expect(() => readWith(wide, {}, call)).toThrow(/at a, b, c$/);
  });
});
