import { describe, expect, it } from "vitest";
import type { Finding } from "../finding.ts";
import { toJson } from "./json.ts";
import { toReadable } from "./readable.ts";

const finding: Finding = {
  ruleId: "IC-4-1",
  level: "error",
  file: "AndroidManifest.xml",
  line: 3,
  column: 5,
  subject: "a.B",
  message: "a.B yields contacts",
  advice: "Remove it.",
};

describe("toReadable", () => {
  it("says where, how bad, which rule, what, and what to do", () => {
    expect(toReadable([finding, { ...finding, level: "note", ruleId: "PG-01" }])).toBe(
      [
        "AndroidManifest.xml:3:5 error IC-4-1 a.B yields contacts",
        "  Remove it.",
        "AndroidManifest.xml:3:5 note PG-01 a.B yields contacts",
        "  Remove it.",
        "1 error, 0 warnings, 1 note",
        "",
      ].join("\n"),
    );
  });

  it("says so when there is nothing", () => {
    expect(toReadable([])).toBe("0 errors, 0 warnings, 0 notes\n");
  });

  it("lets no control character of a file reach the terminal", () => {
    const text = toReadable([{ ...finding, message: "a\u001b[31m\u202eb\nc", file: "x\u0007" }]);
    expect(text.split("\n")[0]).toBe("x?:3:5 error IC-4-1 a?[31m?b?c");
  });
});

describe("toJson", () => {
  it("is the findings and how many are errors", () => {
    expect(JSON.parse(toJson([finding, { ...finding, level: "warning" }]))).toMatchObject({
      findings: [finding, { level: "warning" }],
      errors: 1,
    });
  });
});
