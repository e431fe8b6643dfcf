import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createSealer } from "./sealed.ts";

const value = "11010519491231002X";

describe("a sealed value", () => {
  const sealed = createSealer().seal("id-document-number", value);

  it.each([
    // oxlint-disable-next-line typescript/restrict-template-expressions -- the careless use is the case
    ["a template", `${sealed}`],
    ["JSON", JSON.stringify({ sealed })],
    ["the debugger", inspect({ sealed }, { showHidden: true, depth: 9 })],
    ["String", String(sealed)],
    ["its own properties", JSON.stringify(Object.getOwnPropertyNames(sealed))],
    ["a spread copy", JSON.stringify({ ...sealed })],
  ])("does not show itself in %s", (_where, shown) => {
    expect(shown).not.toContain(value);
  });

  it("opens for the sealer that made it", () => {
    const sealer = createSealer();

    expect(sealer.open(sealer.seal("name", "某一一"))).toBe("某一一");
  });

  it("stays shut for another sealer, and for something that only looks sealed", () => {
    expect(() => createSealer().open(sealed)).toThrow(TypeError);
    expect(() =>
      createSealer().open({ field: "name", toString: () => "[sealed]", toJSON: () => "[sealed]" }),
    ).toThrow(TypeError);
  });
});
