import { describe, expect, it } from "vitest";
import { parseCommandLine } from "./command-line.ts";

describe("parseCommandLine", () => {
  it.each([
    [[], { kind: "start", port: 7700 }],
    [["--port", "0", "--seed", "s", "--host", "::1"], { kind: "start", port: 0, seed: "s", host: "::1" }],
    [["--help"], { kind: "help" }],
  ])("reads %j", (args, expected) => {
    expect(parseCommandLine(args)).toEqual(expected);
  });

  it.each([["--port", "70000"], ["--port", "-1"], ["--port", "x"], ["--port"], ["--prot", "1"], ["extra"]])(
    "calls %s %s a mistake",
    (...args) => {
      expect(parseCommandLine(args.filter((arg) => typeof arg === "string")).kind).toBe("mistake");
    },
  );
});
