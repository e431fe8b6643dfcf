import { generateKeyPairSync } from "node:crypto";
import { UsageError } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { defineApp } from "./app.ts";
import { createKeys } from "./keys.ts";
import { definePurpose } from "./purpose.ts";
import { community, plainParts, register, SUBJECT } from "./test-support/community.ts";
import { decide, service } from "./test-support/services.ts";

/** What plain JavaScript, JSON or an environment variable can hand over. */
type Anything = Record<string, unknown>;

/** The path of the `UsageError` that a call ends in. */
function pathOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof UsageError) return error.path;
    throw error;
  }
  return "nothing was refused";
}

const app = (other: Anything) => () => defineApp({ ...community, ...other });
const purpose = (other: Anything) => () =>
  definePurpose({ ...plainParts, id: "p", required: ["name"], ...other } as never);

describe("a definition by a caller without types", () => {
  it.each([
    ["app", () => defineApp(undefined as never)],
    ["app.id", app({ id: undefined })],
    ["app.name", app({ name: undefined })],
    ["app.name.zh", app({ name: { en: "Example" } })],
    ["app.handler", app({ handler: undefined })],
    ["app.handler.contact", app({ handler: { name: community.name, contact: "" } })],
    ["purpose", () => definePurpose(undefined as never)],
    ["purpose.id", purpose({ id: undefined })],
    ["purpose.title", purpose({ title: undefined })],
    ["purpose.why.en", purpose({ why: { en: " ", zh: "为什么" } })],
    ["purpose.retention", purpose({ retention: "six months" })],
    ["purpose.required", purpose({ required: undefined })],
    ["purpose.optional", purpose({ optional: "contacts" })],
    ["purpose.function", purpose({ function: "whatever" })],
    ["purpose.basis", purpose({ basis: undefined })],
    ["purpose.basis.article", purpose({ basis: { article: "99.9" } })],
    ["purpose.basis.legalRef", purpose({ basis: { article: "13.3" } })],
    ["purpose.recipients.role", purpose({ recipients: [{ id: "a", name: community.name, contact: "c" }] })],
  ])("is refused at %s", (path, call) => {
    expect(pathOf(call)).toBe(path);
  });
});

describe("keys", () => {
  const { privateKey: signingKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

  it.each([undefined, "a", "a text of more than thirty-two characters", new Uint8Array(31)])(
    "are refused with the index key %j",
    (indexKey) => {
      expect(pathOf(() => createKeys({ signingKey, indexKey: indexKey as never }))).toBe("keys.indexKey");
    },
  );
});

describe("a consent service", () => {
  const { consent } = service();

  it.each(["zh-CN", "", undefined, "__proto__"])("writes no notice in the language %j", (locale) => {
    expect(pathOf(() => consent.notice(register, locale as never))).toBe("locale");
  });

  it.each([
    ["decision", undefined],
    ["decision.purpose", { subject: SUBJECT }],
    ["decision.notice", { purpose: register, subject: SUBJECT }],
    ["decision.optional", { purpose: register, subject: SUBJECT, notice: {}, optional: "contacts" }],
  ])("records nothing without a proper %s", async (path, decision) => {
    await expect(consent.record(decision as never)).rejects.toMatchObject({ code: "INVALID_INPUT", path });
  });

  it.each(["60000", "1e3", Number.NaN, 0.5, 0, -1, 900_001])(
    "gives no grant that lives %j ms",
    async (lifetimeMs) => {
      await decide(consent, register);

      await expect(
        consent.grant(register, SUBJECT, { lifetimeMs: lifetimeMs as number }),
      ).rejects.toMatchObject({
        code: "INVALID_OPTION",
        path: "grant.lifetimeMs",
      });
    },
  );
});
