import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findingCodes } from "./finding-codes.ts";

describe("findingCodes", () => {
  it("is the table of the README, code by code and severity by severity", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const rows = readme.matchAll(/^\| `([A-Z_]+)`\s*\| (error|warning|by mode)\s*\|/gm);
    const documented = Array.from(rows, ([, code, severity]) => [code, severity?.replace(" ", "-")]);
    expect(documented).toEqual(Object.entries(findingCodes));
  });
});
