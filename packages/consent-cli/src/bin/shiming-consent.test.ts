import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { fixturePath } from "../test-support/fixture.ts";

const BIN = fileURLToPath(new URL("shiming-consent.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "shiming-consent-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in the folder of the fixtures, as an app would in its own. */
function run(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const options = { cwd: fixturePath(".") };
    execFile(process.execPath, ["--conditions=source", BIN, ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

/** A file of its own for one test. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("shiming-consent lint", () => {
  it("ends with 0 when every permission has its purpose", async () => {
    const files = [
      "android/AndroidManifest.xml",
      "ios/Info.plist",
      "harmony/module.json5",
      "wechat/app.json",
    ];
    const { code, stdout } = await run("lint", ...files);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "0 errors, 0 warnings, 0 notes\n" });
  });

  it("ends with 1 and names file, line, rule and permission", async () => {
    const { code, stdout, stderr } = await run("lint", "bad/AndroidManifest.xml");
    expect({ code, stderr: stderr.includes("Error") }).toEqual({ code: 1, stderr: false });
    expect(stdout).toContain("bad/AndroidManifest.xml:2:5 error IC-4-1 android.permission.READ_CONTACTS");
  });

  it("writes SARIF and JSON", async () => {
    const sarif = await run("lint", "--format", "sarif", "bad/app.json");
    expect(JSON.parse(sarif.stdout)).toMatchObject({
      version: "2.1.0",
      runs: [{ results: [{}, {}, {}, {}, {}, {}, {}] }],
    });
    const json = await run("lint", "--format", "json", "wechat/app.json");
    expect(JSON.parse(json.stdout)).toEqual({ findings: [], errors: 0 });
  });

  it("takes the parts of a configuration by name too", async () => {
    const parts = `export { community as app } from "${pathToFileURL(fixturePath("app.ts")).href}";
      import { nearby } from "${pathToFileURL(fixturePath("app.ts")).href}";
      export const purposes = [nearby];`;
    const config = file("named.config.mjs", parts);
    expect((await run("lint", "--config", config, "wechat/app.json")).code).toBe(0);
    expect((await run("lint", "--config", config, "bad/app.json")).code).toBe(1);
  });

  it("gives notes of the draft without failing", async () => {
    const { code, stdout } = await run("lint", "--profile", "draft", "ios/Info.plist");
    expect(code).toBe(0);
    expect(stdout).toContain("note DR-01 NSCameraUsageDescription");
  });

  it("ends with 2 for every file that it cannot read, and names each", async () => {
    const broken = file("Info.plist", "<plist>");
    const { code, stdout, stderr } = await run("lint", "missing/app.json", broken, "android", "package.json");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.trim().split("\n")).toEqual([
      "shiming-consent: missing/app.json: cannot be opened as a file",
      `shiming-consent: ${broken}:1: must be well-formed XML`,
      expect.stringContaining("shiming-consent: android: "),
      expect.stringContaining("shiming-consent: package.json: "),
    ]);
  });

  it.each([
    ["is not there", "nowhere.ts", "cannot be run"],
    ["throws", file("throws.mjs", 'throw new Error("first line\\nsecond");'), "cannot be run: first line"],
    ["is not TypeScript", file("wrong.mjs", "export default {"), "cannot be run"],
    ["exports nothing", file("empty.mjs", "export {};"), "config.app: must be an object"],
  ])("ends with 2 and no stack when the configuration %s", async (_, path, told) => {
    const { code, stderr } = await run("lint", "--config", path, "wechat/app.json");
    expect(code).toBe(2);
    expect(stderr).toContain(path);
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe("shiming-consent", () => {
  it.each([[[]], [["lnit"]], [["lint"]], [["lint", "--fix", "app.json"]]])(
    "ends with 2 for %j",
    async (args) => {
      const { code, stderr } = await run(...args);
      expect(code).toBe(2);
      expect(stderr).toContain("Usage: shiming-consent");
    },
  );

  it.each([[["--help"]], [["lint", "--help"]]])("tells its use for %j", async (args) => {
    const { code, stdout } = await run(...args);
    expect(code).toBe(0);
    expect(stdout).toContain("Usage: shiming-consent");
  });
});
