import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMockAuthority } from "../../authority.ts";
import { createFixedClock } from "../../test-support/fixed-clock.ts";
import { content, init } from "../../test-support/malformed.ts";
import {
  checkCall,
  geetestCall,
  jiguangCall,
  loginCall,
  ORIGIN,
  post,
} from "../../test-support/one-tap-calls.ts";
import { subscriberToken } from "./subscriber-tokens.ts";

const clock = createFixedClock();
const authority = createMockAuthority({ seed: "test", clock });
const { scenarios } = authority.catalogue(ORIGIN);
const ofOneTap = scenarios.filter(({ wire }) => wire.startsWith("one-tap-"));

async function wechatCall(request: object): Promise<Request> {
  const { appId: appid, secret } = authority.wire("one-tap-wechat", ORIGIN).credentials;
  const given = { grant_type: "client_credential", appid, secret };
  const answer = await authority.fetch(post("/one-tap-wechat/cgi-bin/stable_token", given));
  // The mock's own answer.
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return post(`/one-tap-wechat/wxa/business/getuserphonenumber?access_token=${token}`, request);
}

type Send = (request: Readonly<Record<string, string>>) => Request | Promise<Request>;

const SEND: Readonly<Record<string, Send>> = {
  loginTokenValidate: (request) => loginCall(authority, request),
  tokenValidate: (request) => checkCall(authority, request),
  loginTokenVerify: (request) => jiguangCall(authority, { action: "loginTokenVerify", ...request }),
  verify: (request) => jiguangCall(authority, request),
  check_phone: (request) => geetestCall(authority, request),
  getuserphonenumber: wechatCall,
};

const PATHS = [
  "/one-tap-china-mobile/unisdk/rsapi/loginTokenValidate",
  "/one-tap-china-mobile/openapi/rs/tokenValidate",
  "/one-tap-jiguang/v1/web/loginTokenVerify",
  "/one-tap-jiguang/v1/web/verify",
  "/one-tap-geetest/check_phone",
  "/one-tap-wechat/cgi-bin/stable_token",
  "/one-tap-wechat/wxa/business/getuserphonenumber",
  "/one-tap-wechat/elsewhere",
];

/** Codes that tell a number, a verdict or an access token. */
const SUCCESS: ReadonlySet<string> = new Set(["103000", "000", "001", "8000", "9000", "9001", "200", "0"]);

const last = () => authority.journal().entries.at(-1);

describe("a scenario of a one-tap wire", () => {
  it.each(ofOneTap)("$id answers $answer", async ({ action, request, answer, wire }) => {
    authority.reset();
    const call = await SEND[action]?.(request);
    expect(call).toBeDefined();
    if (call !== undefined) await authority.fetch(call);

    expect(last()).toMatchObject({ wire, action, status: answer });
  });

  it("has a token that is good once, until the mock starts again", async () => {
    const good = ofOneTap.filter(({ answer }) => SUCCESS.has(answer));
    expect(good.length).toBeGreaterThan(7);
    for (const { action, request, answer } of good) {
      authority.reset();
      const ask = async (): Promise<string | undefined> => {
        const call = await SEND[action]?.(request);
        if (call !== undefined) await authority.fetch(call);
        return last()?.status;
      };
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the case
      const [first, second] = [await ask(), await ask()];
      expect(first).toBe(answer);
      expect(SUCCESS.has(second ?? "")).toBe(false);
    }
  });
});

describe("any request to a one-tap wire", () => {
  it("without credentials is answered with the vendor's own refusal", async () => {
    expect.hasAssertions();
    const property = fc.asyncProperty(fc.constantFrom(...PATHS), init, async (path, given) => {
      const response = await authority.fetch(new Request(`${ORIGIN}${path}`, given));
      expect(response.status).toBeLessThan(500);
      expect(response.headers.get("content-type")).toBe("application/json");
      expect(SUCCESS.has(last()?.status ?? "")).toBe(false);
    });
    await fc.assert(property, { numRuns: 200 });
  });

  it("with credentials and a body that is not well-formed is refused", async () => {
    expect.hasAssertions();
    const { authorization } = Object.fromEntries(jiguangCall(authority, {}).headers);
    const property = fc.asyncProperty(fc.constantFrom(...PATHS), content, async (path, body) => {
      const headers = { "content-type": "application/json", authorization: authorization ?? "" };
      const response = await authority.fetch(
        new Request(`${ORIGIN}${path}`, { method: "POST", headers, body }),
      );
      expect(response.status).toBeLessThan(500);
      expect(SUCCESS.has(last()?.status ?? "")).toBe(false);
    });
    await fc.assert(property, { numRuns: 100 });
  });
});

describe("the journal of a one-tap wire", () => {
  it("names the fields and holds no value", async () => {
    authority.reset();
    const token = subscriberToken("citizen-1", "secret-nonce");
    await authority.fetch(jiguangCall(authority, { token, phone: "16400000001" }));

    expect(last()).toMatchObject({ fields: ["one-tap-token", "mobile-number"], status: "9000" });
    expect(JSON.stringify(authority.journal())).not.toMatch(/secret-nonce|16400000001/);
  });
});
