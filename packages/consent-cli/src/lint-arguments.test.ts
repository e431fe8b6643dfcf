import { describe, expect, it } from "vitest";
import { parseLintArguments } from "./lint-arguments.ts";

describe("parseLintArguments", () => {
  it("reads files and fills in the rest", () => {
    expect(parseLintArguments(["a.plist", "b/app.json"])).toEqual({
      kind: "lint",
      files: ["a.plist", "b/app.json"],
      config: "consent.config.ts",
      format: "text",
    });
  });

  it("reads every option", () => {
    const args = ["--config", "c.mjs", "app.json", "--format", "sarif", "--profile", "draft"];
    expect(parseLintArguments(args)).toMatchObject({ config: "c.mjs", format: "sarif", profile: "draft" });
  });

  it("explains itself when asked", () => {
    expect(parseLintArguments(["--help"])).toEqual({ kind: "help" });
  });

  it.each([
    ["no file", []],
    ["an unknown format", ["--format", "xml", "app.json"]],
    ["an unknown profile", ["--profile", "strict", "app.json"]],
    ["an unknown flag", ["--fix", "app.json"]],
    ["a flag without its value", ["app.json", "--config"]],
  ])("calls %s a mistake", (_, args) => {
    expect(parseLintArguments(args).kind).toBe("mistake");
  });
});
