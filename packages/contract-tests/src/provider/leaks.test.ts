import { describe, expect, it } from "vitest";
import { assertShowsNone, everyTextOf, personalValues } from "./leaks.ts";

const NAME = "某一一";
const values = personalValues({ kind: "phone", phone: "16400000001", name: NAME });

describe("assertShowsNone", () => {
  it.each([
    ["as it is", `name ${NAME}`],
    ["percent-encoded", "/?name=%e6%9f%90%E4%B8%80%E4%B8%80"],
    ["in base64", `Basic ${Buffer.from(NAME).toString("base64")}`],
    ["in base64url", `${Buffer.from(NAME).toString("base64url")}.x`],
    ["escaped as in JSON", '{"name":"\\u67d0\\u4e00\\u4E00"}'],
    ["in hexadecimal", Buffer.from(NAME).toString("hex").toUpperCase()],
  ])("sees a value %s", (form, text) => {
    expect(() => assertShowsNone(text, values)).toThrow(`name is shown ${form}`);
  });

  it("passes a text without values", () => {
    expect(() => assertShowsNone("name and phone: [sealed]", values)).not.toThrow();
  });
});

describe("everyTextOf", () => {
  it.each([
    ["the message", new Error(NAME)],
    ["a cause", new Error("outer", { cause: new Error("inner", { cause: { deep: [NAME] } }) })],
    [
      "a hidden property",
      Object.defineProperty(new Error("plain"), "body", { value: NAME, enumerable: false }),
    ],
    ["a result", { status: "match", reference: NAME }],
  ])("looks into %s", (_where, shown) => {
    expect(everyTextOf(shown)).toContain(NAME);
  });
});
