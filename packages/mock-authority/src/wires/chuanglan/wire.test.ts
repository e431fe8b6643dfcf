import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createMockAuthority } from "../../authority.ts";
import { BODY_LIMIT } from "../../bounded-body.ts";
import type { CompanyPersona } from "../../personas/companies.ts";
import type { PersonPersona } from "../../personas/people.ts";
import { chuanglanCredentials, chuanglanRequest, type ChuanglanCall } from "../../test-support/chuanglan.ts";
import { createFixedClock, FIXED_NOW } from "../../test-support/fixed-clock.ts";
import { content, members } from "../../test-support/malformed.ts";
import { ACTIONS } from "./actions.ts";

interface Answer {
  readonly code: string;
  readonly msg: string;
  readonly requestId: string;
  readonly chargeStatus: number;
  readonly chargeCount?: unknown;
  readonly data: Readonly<Record<string, unknown>> | null;
}

const clock = createFixedClock();
const authority = createMockAuthority({ seed: "test", clock });
const { appId, appSecret, appIdWithoutBalance, appIdThrottled } = chuanglanCredentials(authority);
const { scenarios, personas } = authority.catalogue("http://127.0.0.1:7700");
const own = scenarios.filter(({ wire }) => wire === "chuanglan");
const pathOf = (name: string): string =>
  [...ACTIONS.values()].find((action) => action.name === name)?.path ?? `/no/${name}`;

let count = 0;
const nextNonce = (): string => `nonce-${(count += 1)}`;

async function send(request: Request): Promise<Answer> {
  const response = await authority.fetch(request);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
  // The wire's own envelope, which the tests below look into.
  const answer = (await response.json()) as Answer;
  expect(answer.requestId).toMatch(/^[\dA-F]{32}$/);
  return answer;
}

function call(name: string, parameters: unknown, more: Partial<ChuanglanCall> = {}): Promise<Answer> {
  const keys = { appId, appSecret, nonce: nextNonce() };
  return send(chuanglanRequest({ path: pathOf(name), parameters, ...keys, ...more }));
}

const CITIZEN = { name: "某一一", idNum: "110000190101010001" };
const people = personas.filter((one): one is PersonPersona => one.kind === "person");
const company = personas.find((one): one is CompanyPersona => one.kind === "company");
if (company === undefined) throw new Error("the mock has no company");

const answersOf = (name: string): string[] =>
  [...new Set(own.filter(({ action }) => action === name).map(({ answer }) => answer))].toSorted();

const detailOf = async (change: object): Promise<unknown> => {
  const agreed = { ...CITIZEN, mobile: "16400000001" };
  const { data } = await call("carriers-auth-detail", { ...agreed, ...change });
  return data?.["detail"];
};

const digest = (algorithm: string, value: string): string =>
  createHash(algorithm).update(value).digest("hex");

const verdictOf = async (action: string, [name, idNum, mobile]: readonly string[]): Promise<unknown> => {
  const parameters =
    action === "carriersAuthSha256" ? { chName: name, idNum, chTel: mobile } : { name, idNum, mobile };
  const { data } = await call(action, parameters);
  return [data?.["result"], data?.["type"], data?.["detail"]];
};

const refusalOf = async (more: Partial<ChuanglanCall>): Promise<string> =>
  (await call("id-card-auth", CITIZEN, more)).code;

beforeEach(() => authority.reset());

describe("scenarios", () => {
  it.each(own)("$id answers $answer", async ({ action, request, answer }) => {
    await call(action, request);
    expect(authority.journal().entries.map((entry) => [entry.wire, entry.action, entry.status])).toEqual([
      ["chuanglan", action, answer],
    ]);
  });

  it("reach every action, and every result that values decide", () => {
    const results = Object.fromEntries([...ACTIONS.values()].map(({ name }) => [name, answersOf(name)]));
    const usual = ["01", "02", "03", "190004"];
    expect(results).toEqual({
      "id-card-auth": usual,
      "carriers-two-auth": usual,
      "carriers-two-auth-md5": usual,
      "carriers-auth": usual,
      "carriers-auth-md5": usual,
      carriersAuthSha256: usual,
      "carriers-auth-detail": usual,
      "carriers-auth-detail-md5": usual,
      "carriers-auth-detail-sha256": usual,
      twoElementsCheck: ["-1/-1", "0/1", "1/1"],
      "business-three-auth": ["1/1/1", "1/1/2", "3/3/3"],
      "business-four-auth": ["01", "02", "03"],
    });
  });
});

describe("the envelope", () => {
  it("has result, order number and time in China, and counts what is charged", async () => {
    expect(await call("id-card-auth", CITIZEN)).toEqual({
      code: "000000",
      msg: "success",
      requestId: expect.any(String),
      chargeStatus: 1,
      chargeCount: 1,
      data: {
        orderNo: expect.stringMatching(/^01\d+$/),
        handleTime: "2026-01-02 11:04:05",
        result: "01",
        remark: "认证一致",
      },
    });
  });

  it("counts as text for two elements of a company, and not at all for three", async () => {
    const { name: entName, creditCode, legalRepresentative } = company;
    expect(await call("twoElementsCheck", { ent_name: entName, credit_code: creditCode })).toEqual({
      code: "200000",
      msg: "success",
      requestId: expect.any(String),
      chargeStatus: 1,
      chargeCount: "1",
      data: { ent_name_match: "1", credit_code_match: "1" },
    });
    const three = { entName, creditCode, legalPerName: legalRepresentative.name };
    expect(await call("business-three-auth", three)).toEqual({
      code: "200000",
      msg: "success",
      requestId: expect.any(String),
      chargeStatus: 1,
      data: { entNameMatch: "1", creditCodeMatch: "1", legalPerNameMatch: "1" },
    });
  });

  it.each([
    ["id-card-auth", { ...CITIZEN, idNum: "110000190101019997" }],
    ["carriers-two-auth", { name: "某一一", mobile: "16499999999" }],
    ["twoElementsCheck", { ent_name: "无", credit_code: "无" }],
    ["business-three-auth", { entName: "无", creditCode: "无", legalPerName: "无" }],
    ["id-card-auth", {}],
  ])("charges nothing for what it cannot tell: %s %o", async (name, parameters) => {
    expect(await call(name, parameters)).toMatchObject({ chargeStatus: 0 });
  });
});

describe("phone checks", () => {
  it.each([
    ["02", { name: "某一二", idNum: "110000190101020007" }],
    ["03", { name: "某一二" }],
    ["04", { idNum: "110000190101020007" }],
    ["05", { name: "某一三", idNum: "110000190101019997" }],
    ["06", { name: "某一三", idNum: "110000190101020007" }],
  ])("tell detail %s for %o", async (code, change) => {
    expect(await detailOf(change)).toEqual({ code, remark: expect.any(String) });
  });

  it("tell no detail where everything agrees, or where the action has none", async () => {
    expect(await detailOf({})).toBeUndefined();
    const { data } = await call("carriers-auth", { ...CITIZEN, mobile: "16400000001", name: "某一二" });
    expect(data).not.toHaveProperty("detail");
  });

  it("say the same of digests as of the values, whoever is asked about", async () => {
    const someone = fc.constantFrom(...people);
    const asked = fc.record({ subscriber: someone, named: someone, numbered: someone });
    await fc.assert(
      fc.asyncProperty(asked, async ({ subscriber, named, numbered }) => {
        const values = [named.name, numbered.idNumber, subscriber.phone ?? "16499999999"] as const;
        const [md5, sha256] = ["md5", "sha256"].map((algorithm) =>
          values.map((value) => digest(algorithm, value)),
        );
        const brief = await verdictOf("carriers-auth", values);
        expect(await verdictOf("carriers-auth-md5", md5 ?? [])).toEqual(brief);
        expect(await verdictOf("carriersAuthSha256", sha256 ?? [])).toEqual(brief);
        const detailed = await verdictOf("carriers-auth-detail", values);
        expect(await verdictOf("carriers-auth-detail-md5", md5 ?? [])).toEqual(detailed);
        expect(await verdictOf("carriers-auth-detail-sha256", sha256 ?? [])).toEqual(detailed);
      }),
      { numRuns: 50 },
    );
  });
});

describe("company checks", () => {
  const { name: entName, creditCode, legalRepresentative } = company;
  const four = {
    entName,
    creditCode,
    legalPerName: legalRepresentative.name,
    idNum: legalRepresentative.idNumber,
  };

  it.each([
    [{}, "01", "1/1/1/1"],
    [{ entName: "测试企业零有限公司" }, "02", "2/1/1/1"],
    [{ creditCode: "无" }, "02", "1/2/1/1"],
    [{ legalPerName: "测试人" }, "02", "1/1/2/1"],
    [{ idNum: "110000190101019997" }, "02", "1/1/1/2"],
    [{ entName: "无", creditCode: "无" }, "03", "3/3/3/3"],
  ])("of four elements judge %o as %s, %s", async (change, result, parts) => {
    const { data } = await call("business-four-auth", { ...four, ...change });
    const names = ["companyNameMatch", "creditCodeMatch", "legalPerNameMatch", "idNoMatch"];
    expect([data?.["result"], names.map((name) => data?.[name]).join("/")]).toEqual([result, parts]);
  });
});

describe("the door", () => {
  it.each<[string, string, Partial<ChuanglanCall>]>([
    ["500006", "no app id", { tamper: (headers) => headers.delete("appid") }],
    ["InvalidSignature", "an app id of nobody's", { appId: "MOCKnobody" }],
    ["InvalidSignature", "another secret", { appSecret: "mock" }],
    ["InvalidSignature", "no nonce", { nonce: "" }],
    ["InvalidSignature", "a nonce too long", { nonce: "n".repeat(129) }],
    ["InvalidSignature", "a time in milliseconds", { curTime: FIXED_NOW }],
    ["InvalidSignature", "a time too old", { curTime: FIXED_NOW / 1000 - 301 }],
    ["InvalidSignature", "a time too far ahead", { curTime: FIXED_NOW / 1000 + 301 }],
    ["InvalidSignature", "no check sum", { tamper: (headers) => headers.delete("checksum") }],
    [
      "InvalidSignature",
      "a check sum in small letters",
      { tamper: (headers) => headers.set("checksum", headers.get("checksum")?.toLowerCase() ?? "") },
    ],
    [
      "InvalidSignature",
      "a nonce that is not the signed one",
      { tamper: (headers) => headers.set("nonce", "x") },
    ],
    ["InsufficientBalance", "an account whose balance is used up", { appId: appIdWithoutBalance }],
    ["RateLimitExceeded", "an account that asks too often", { appId: appIdThrottled }],
    ["000000", "the longest nonce", { nonce: "n".repeat(128) }],
    ["000000", "the oldest time", { curTime: FIXED_NOW / 1000 - 300 }],
  ])("answers %s to %s", async (code, _, more) => {
    expect(await refusalOf(more)).toBe(code);
  });

  it("takes a nonce once, and again after a reset", async () => {
    expect(await refusalOf({ nonce: "once" })).toBe("000000");
    expect(await refusalOf({ nonce: "once" })).toBe("InvalidSignature");
    authority.reset();
    expect(await refusalOf({ nonce: "once" })).toBe("000000");
  });

  it("does not use up the nonce of somebody who cannot sign", async () => {
    expect(await refusalOf({ nonce: "kept", appSecret: "mock" })).toBe("InvalidSignature");
    expect(await refusalOf({ nonce: "kept" })).toBe("000000");
  });

  it("does not say who else may ask: a wrong secret in front of an empty account is a wrong secret", async () => {
    expect(await refusalOf({ appId: appIdWithoutBalance, appSecret: "mock" })).toBe("InvalidSignature");
  });
});

describe("a request that is not well-formed", () => {
  it.each<[string, unknown, Partial<ChuanglanCall>]>([
    ["no name", { idNum: CITIZEN.idNum }, {}],
    ["a name that is null", { ...CITIZEN, name: null }, {}],
    ["an empty name", { ...CITIZEN, name: "" }, {}],
    ["a name of blanks", { ...CITIZEN, name: "  " }, {}],
    ["a name that is a number", { ...CITIZEN, name: 7 }, {}],
    ["a number with a wrong check character", { ...CITIZEN, idNum: "110000190101010002" }, {}],
    ["a parameter that the action does not have", { ...CITIZEN, mobile: "16400000001" }, {}],
    ["an own __proto__", '{"__proto__":{},"name":"某一一"}', {}],
    ["a list", "[]", {}],
    ["half an object", "{", {}],
    ["nothing", "", {}],
    ["a body over the limit", { ...CITIZEN, name: "某".repeat(BODY_LIMIT) }, {}],
    ["a query", CITIZEN, { query: "name=1" }],
    [
      "a form",
      CITIZEN,
      { tamper: (headers) => headers.set("content-type", "application/x-www-form-urlencoded") },
    ],
  ])("is refused with 190004: %s", async (_, parameters, more) => {
    expect(await call("id-card-auth", parameters, more)).toMatchObject({
      code: "190004",
      msg: expect.stringMatching(/^invalid parameter: \S/),
      chargeStatus: 0,
      chargeCount: 0,
      data: null,
    });
  });

  it("is refused with 190004 when it is no POST", async () => {
    const request = new Request(`http://127.0.0.1:7700${pathOf("id-card-auth")}`);
    expect(await send(request)).toMatchObject({ code: "190004" });
  });

  it("is nobody's under a path that there is not", async () => {
    const path = "/api/v2/auth/nothing";
    const request = chuanglanRequest({ path, parameters: {}, appId, appSecret, nonce: "n" });
    expect((await authority.fetch(request)).status).toBe(404);
  });

  it("gets the envelope of an error whatever is in it, and nothing of it comes back", async () => {
    const actions = fc.constantFrom(...ACTIONS.values());
    await fc.assert(
      fc.asyncProperty(actions, fc.oneof(members, content), async ({ name }, parameters) => {
        expect(await call(name, parameters)).toMatchObject({ code: "190004", chargeStatus: 0 });
      }),
    );
    const personal = await call("id-card-auth", { "110000190101010001": "某一一" });
    expect(JSON.stringify(personal)).not.toMatch(/1100001901|某/);
  });
});

it("gives credentials that are plainly of a mock, the same for the same seed", () => {
  const again = createMockAuthority({ seed: "test", clock });
  expect(chuanglanCredentials(again)).toEqual({
    appId: expect.stringMatching(/^MOCK[\da-f]{8}$/),
    appSecret: expect.stringMatching(/^mock[\da-f]{28}$/),
    appIdWithoutBalance: expect.stringMatching(/^MOCK[\da-f]{8}$/),
    appIdThrottled: expect.stringMatching(/^MOCK[\da-f]{8}$/),
  });
  expect(chuanglanCredentials(again)).toEqual(chuanglanCredentials(authority));
  expect(new Set([appId, appIdWithoutBalance, appIdThrottled]).size).toBe(3);
});

it("writes down the fields of a request and none of its values", async () => {
  await call("business-four-auth", {
    entName: "无",
    creditCode: "无",
    legalPerName: "某一一",
    idNum: CITIZEN.idNum,
  });
  const journal = authority.journal();
  expect(journal.entries[0]?.fields).toEqual([
    "entity-name",
    "credit-code",
    "legal-representative-name",
    "legal-representative-id-number",
  ]);
  expect(JSON.stringify(journal)).not.toMatch(/某|1100001901/);
});
