import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createMockAuthority } from "../../authority.ts";
import { BODY_LIMIT } from "../../bounded-body.ts";
import { createFixedClock } from "../../test-support/fixed-clock.ts";
import { content, init, members } from "../../test-support/malformed.ts";
import { nppaCredentials, nppaRequest } from "../../test-support/nppa.ts";
import type { NppaCall } from "../../test-support/nppa.ts";

interface Answer {
  readonly errcode: number;
  readonly errmsg: string;
  readonly data?: { readonly result: { readonly status: number; readonly pi?: string } };
}

const clock = createFixedClock();
const authority = createMockAuthority({ seed: "test", clock });
const credentials = nppaCredentials(authority);
const scenarios = authority.catalogue("").scenarios.filter(({ wire }) => wire === "nppa");
beforeEach(() => authority.reset());

async function answerTo(request: Request): Promise<Answer> {
  const response = await authority.fetch(request);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
  const answer = (await response.json()) as Answer;
  expect(answer).toMatchObject({ errcode: expect.any(Number), errmsg: expect.stringMatching(/^[A-Z ]+$/) });
  return answer;
}

const call = (parts: Partial<NppaCall>): Promise<Answer> =>
  answerTo(nppaRequest({ credentials, timestamp: clock.now(), ...parts }));

const CITIZEN = { name: "某一一", idNum: "110000190101010001" };
const LATE = { name: "某二一", idNum: "110000190201010009" };
const PI = "1fffbjzos82bs9cnyj1dna7d6d29zg4esnh99u";

const check = (message: object, more: Partial<NppaCall> = {}) =>
  call({ message: { ai: "a", ...message }, ...more });
const query = (ai: string, more: Partial<NppaCall> = {}) => call({ query: { ai }, ...more });

describe("scenarios", () => {
  it.each(scenarios)("$id answers $answer", async ({ action, request, answer }) => {
    await call(action.endsWith("check") ? { message: request } : { query: request });
    expect(authority.journal().entries.map((entry) => [entry.action, entry.status])).toEqual([
      [action, answer],
    ]);
  });
});

describe("a check", () => {
  it("verifies a citizen with a record, and tells the published player id", async () => {
    expect(await check(CITIZEN)).toEqual({
      errcode: 0,
      errmsg: "OK",
      data: { result: { status: 0, pi: PI } },
    });
  });

  it("of a citizen without one is pending, and verified a day later", async () => {
    expect(await check(LATE)).toEqual({ errcode: 0, errmsg: "OK", data: { result: { status: 1 } } });
    clock.advance(24 * 3_600_000 - 1);
    expect((await query("a")).data?.result).toEqual({ status: 1 });
    clock.advance(1);
    const settled = (await query("a")).data?.result;
    expect(settled).toEqual({ status: 0, pi: expect.stringMatching(/^1fg469[0-9a-f]{32}$/) });
    expect((await query("a")).data?.result).toEqual(settled);
    clock.advance(300_000);
    expect((await query("a")).errcode).toBe(2003);
  });

  it("can be asked for although it was answered at once, in case the answer got lost", async () => {
    await check({ ...CITIZEN, name: "某零零" });
    expect((await query("a")).data?.result).toEqual({ status: 2 });
  });

  it("takes each ai once", async () => {
    await check(CITIZEN);
    expect(await check(LATE)).toEqual({ errcode: 2004, errmsg: "BUS AUTH CODE ALREADY IN USE" });
    expect((await query("a")).data?.result.status).toBe(0);
  });

  it("leaves the ai of a refused one alone", async () => {
    expect((await check({ ...CITIZEN, idNum: "110000190101010002" })).errcode).toBe(2001);
    expect((await check(CITIZEN)).errcode).toBe(0);
  });

  it.each([
    ["a small x", { idNum: "11000019010101001x" }, 2001],
    ["a number of 15 digits", { idNum: "110000010101001" }, 2001],
    ["no number", { idNum: undefined }, 1012],
    ["a number that is no text", { idNum: 7 }, 1012],
    ["no name", { name: undefined }, 1012],
    ["an empty name", { name: "" }, 1012],
    ["a name of 33 characters", { name: "某".repeat(33) }, 1012],
    ["no ai", { ai: undefined }, 1012],
    ["an ai of 33 characters", { ai: "a".repeat(33) }, 1012],
  ])("with %s is refused", async (_, bend, errcode) => {
    expect((await check({ ...CITIZEN, ...bend })).errcode).toBe(errcode);
  });
});

describe("the codes that the test system knows without a check", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("row %i", async (row) => {
    const standings = [1, 2, 3].map(
      async (group) => (await query(`${group}0000000000000000${row}`)).data?.result,
    );
    expect(await Promise.all(standings)).toEqual([
      { status: 0, pi: expect.stringMatching(/^1fffb/) },
      { status: 1 },
      { status: 2 },
    ]);
  });

  it.each(["100000000000000000", "100000000000000009", "400000000000000001", "10000000000000001"])(
    "are not %s",
    async (ai) => {
      expect((await query(ai)).errcode).toBe(2003);
    },
  );
});

const drop = (name: string) => ({ tamper: (headers: Headers) => headers.delete(name) });
const put = (name: string, value: string) => ({ tamper: (headers: Headers) => headers.set(name, value) });

describe("a check is refused", () => {
  it.each<[number, string, () => Partial<NppaCall>]>([
    [1002, "at another path", () => ({ path: "/idcard/authentication" })],
    [1002, "at a path that goes on", () => ({ path: "/idcard/authentication/check/" })],
    [1003, "as a PUT", () => ({ method: "PUT" })],
    [1004, "without appId", () => drop("appId")],
    [1004, "without bizId", () => drop("bizId")],
    [1004, "without timestamps", () => drop("timestamps")],
    [1004, "without sign", () => drop("sign")],
    [1005, "from an address that is not listed", () => ({ appId: credentials.unlistedAppId })],
    [1007, "5.001 s after it was signed", () => ({ timestamp: clock.now() - 5001 })],
    [1007, "5.001 s before it was signed", () => ({ timestamp: clock.now() + 5001 })],
    [1008, "of an application nobody knows", () => ({ appId: "nobody" })],
    [1008, "for another game", () => put("bizId", "1100000098")],
    [1009, "of a disabled application", () => ({ appId: credentials.disabledAppId })],
    [1010, "without the right to it", () => ({ appId: credentials.unauthorisedAppId })],
    [1011, "signed with another key", () => ({ secretKey: "0".repeat(32) })],
    [1011, "with another body than was signed", () => ({ sentBody: '{"data":""}' })],
    [1011, "with a query that was not signed", () => ({ sentQuery: "ai=b" })],
    [1012, "with a query that was", () => ({ query: { ai: "b" } })],
    [1012, "with a time in seconds", () => put("timestamps", "1767323045")],
    [1012, "as a form", () => put("content-type", "application/x-www-form-urlencoded")],
    [1012, "in the clear", () => ({ body: JSON.stringify({ ai: "a", ...CITIZEN }) })],
    [1012, "past the body limit", () => ({ body: "x".repeat(BODY_LIMIT + 1) })],
    [2002, "past the quota", () => ({ appId: credentials.exhaustedAppId })],
  ])("with %i %s", async (errcode, _, bend) => {
    expect((await check(CITIZEN, bend())).errcode).toBe(errcode);
  });

  it("not within 5 s, before or after", async () => {
    expect((await check({ ...CITIZEN, ai: "b" }, { timestamp: clock.now() - 5000 })).errcode).toBe(0);
    expect((await check({ ...CITIZEN, ai: "c" }, { timestamp: clock.now() + 5000 })).errcode).toBe(0);
  });

  it("past a hundred in a second, and for a minute after", async () => {
    const codes: number[] = [];
    for (let count = 0; count <= 100; count += 1) {
      // oxlint-disable-next-line no-await-in-loop -- the order is what is tested
      codes.push((await check({ ...CITIZEN, ai: `a${count}` })).errcode);
    }
    expect([codes.filter((code) => code === 0).length, codes.at(-1)]).toEqual([100, 1006]);
    expect((await query("a1")).errcode).toBe(0); // an interface of its own
    clock.advance(60_000);
    expect((await check({ ...CITIZEN, ai: "late" })).errcode).toBe(0);
  });
});

describe("a query is refused", () => {
  it.each<[number, string, Partial<NppaCall>]>([
    [1003, "as a POST", { method: "POST" }],
    [1011, "for another ai than was signed", { sentQuery: "ai=b" }],
    [1012, "without ai", { query: {} }],
    [1012, "with an empty ai", { query: { ai: "" } }],
    [1012, "with an ai of 33 characters", { query: { ai: "a".repeat(33) } }],
    [1012, "with a second parameter", { query: { ai: "a", pi: "b" } }],
    [1012, "with the ai twice", { sentQuery: "ai=a&ai=a" }],
    [1012, "with a parameter of the system", { sentQuery: "ai=a&appId=b" }],
    [2003, "for an ai nobody submitted", {}],
  ])("with %i %s", async (errcode, _, bend) => {
    expect((await query("a", bend)).errcode).toBe(errcode);
  });
});

describe("malformed requests", () => {
  const paths = fc.constantFrom("/idcard/authentication/check", "/idcard/authentication/query", "/", "/%00");

  it("are answered with an error of this wire when nobody signed them", async () => {
    const property = fc.asyncProperty(paths, init, async (path, given) => {
      const answer = await answerTo(new Request(`http://127.0.0.1:7700/nppa${path}`, given));
      expect(answer.errcode).toBeGreaterThan(1000);
    });
    await fc.assert(property);
  });

  it("are answered with an error of this wire when they are signed", async () => {
    const property = fc.asyncProperty(
      fc.oneof(members, content),
      fc.boolean(),
      async (given, isEncrypted) => {
        clock.advance(1000);
        const text = typeof given === "string" ? given : JSON.stringify(given);
        const answer = await call(isEncrypted ? { message: given } : { body: text });
        expect(answer.errcode).toBe(1012);
      },
    );
    await fc.assert(property);
  });
});

describe("the journal", () => {
  it("names the fields of a check, and holds neither their values nor the ai", async () => {
    await check({ ...CITIZEN, ai: "player-of-the-game" });
    await query("player-of-the-game");
    const journal = JSON.stringify(authority.journal());
    expect(authority.journal().entries).toMatchObject([
      { wire: "nppa", action: "authentication/check", status: "0/0", fields: ["name", "id-document-number"] },
      { wire: "nppa", action: "authentication/query", status: "0/0", fields: [] },
    ]);
    for (const value of [...Object.values(CITIZEN), PI, "player-of-the-game"])
      expect(journal).not.toContain(value);
  });
});

it("has credentials that are plainly of a mock and depend on the seed alone", () => {
  expect(credentials.appId).toMatch(/^mock[\da-f]{28}$/);
  expect(credentials.secretKey).toMatch(/^[\da-f]{32}$/);
  expect(nppaCredentials(createMockAuthority({ seed: "test" }))).toEqual(credentials);
  expect(nppaCredentials(createMockAuthority({ seed: "other" })).secretKey).not.toBe(credentials.secretKey);
});
