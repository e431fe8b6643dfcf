import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runStep } from "./run-step.ts";
import { STEPS } from "./steps.ts";
import { createWorld, type World } from "./world.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
const NODE_OPTIONS = ["--conditions=source", "--disable-warning=ExperimentalWarning"];

/** The demo as its command starts it. */
const demo = async (...flags: string[]) =>
  promisify(execFile)(process.execPath, [...NODE_OPTIONS, MAIN, ...flags], { env: { LANG: "zh_CN.UTF-8" } });

describe("the demo", () => {
  it("prints a JSON object for each step with --json, and nothing else", async () => {
    const { stdout } = await demo("--json");
    const lines = stdout
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));

    expect(lines.map((line) => Object.keys(Object(line)))).toEqual(
      STEPS.map(() => [
        "step",
        "kind",
        "provider",
        "status",
        "charged",
        "sent",
        "blocked",
        "receiptValid",
        "ms",
      ]),
    );
    expect(lines).toMatchObject(
      STEPS.map(({ id, kind, expect: { status } }) => ({ step: id, kind, status })),
    );
  });

  it("speaks the language of the terminal, or the one it is told to", async () => {
    expect((await demo()).stdout).toContain("手机号、姓名、身份证号一致");
    expect((await demo("--lang", "en")).stdout).toContain("Phone, name and ID agree");
  });

  it("ends with code 2 and its usage for a flag that it does not know", async () => {
    await expect(demo("--jsn")).rejects.toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("usage"),
    });
  });
});

describe("a step that does not come as expected", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(async () => world.close());

  it.each([
    ["another status", { status: "mismatch" }],
    ["another charge", { charged: "no" }],
    ["another cost", { costMicros: 1 }],
    ["other fields sent", { sent: [] }],
    ["other fields blocked", { blocked: ["photos"] }],
    ["nothing sent at all", { leaves: false }],
  ] as const)("is a surprise: %s", async (_what, other) => {
    const [step] = STEPS;
    if (step === undefined) throw new Error("the demo has no steps");

    expect((await runStep(world, step)).surprises).toEqual([]);
    expect((await runStep(world, { ...step, expect: { ...step.expect, ...other } })).surprises).toHaveLength(
      1,
    );
  });
});
