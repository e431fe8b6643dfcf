import { beforeEach, describe, expect, it } from "vitest";
import { createMockAuthority } from "../../authority.ts";
import { createFixedClock } from "../../test-support/fixed-clock.ts";
import { ORIGIN, post } from "../../test-support/one-tap-calls.ts";

const clock = createFixedClock();
const authority = createMockAuthority({ seed: "test", clock });
const { appId: appid, secret } = authority.wire("one-tap-wechat", ORIGIN).credentials;
const good = { grant_type: "client_credential", appid, secret };
beforeEach(() => authority.reset());

async function answerTo(request: Request): Promise<Record<string, unknown>> {
  // The mock's own answer.
  return (await (await authority.fetch(request)).json()) as Record<string, unknown>;
}

const stableToken = async (given: object = good) =>
  answerTo(post("/one-tap-wechat/cgi-bin/stable_token", given));
const phoneNumber = async (accessToken: unknown, code: unknown = "one-tap.citizen-1.n") =>
  answerTo(
    post(`/one-tap-wechat/wxa/business/getuserphonenumber?access_token=${String(accessToken)}`, { code }),
  );

describe("stable_token", () => {
  it("gives the same token until five minutes before it ends", async () => {
    const first = await stableToken();
    expect(first).toEqual({ access_token: expect.stringMatching(/^mock_/), expires_in: 7200 });
    clock.advance(6_899_000);
    expect(await stableToken()).toEqual({ ...first, expires_in: 301 });
    clock.advance(1000);
    expect((await stableToken())["access_token"]).not.toBe(first["access_token"]);
  });

  it.each([
    [40002, { grant_type: "password" }],
    [40013, { appid: "wx0" }],
    [40125, { secret: "wrong" }],
    [40002, { secret: undefined }],
  ])("answers %i with %j", async (errcode, change) => {
    expect(await stableToken({ ...good, ...change })).toMatchObject({ errcode });
  });
});

describe("getuserphonenumber", () => {
  it("tells the number, with the country code as the number that the vendor's example has", async () => {
    const { access_token: token } = await stableToken();
    expect(await phoneNumber(token)).toMatchObject({
      errcode: 0,
      phone_info: { purePhoneNumber: "16400000001", countryCode: 86, watermark: { appid } },
    });
    expect(await phoneNumber(token)).toMatchObject({ errcode: 40029 });
  });

  it("takes the old access token beside the new one until it ends", async () => {
    const { access_token: old } = await stableToken();
    clock.advance(7_000_000);
    await stableToken();
    expect(await phoneNumber(old)).toMatchObject({ errcode: 0 });
    clock.advance(200_000);
    expect(await phoneNumber(old)).toMatchObject({ errcode: 42001 });
  });

  it.each(["", "unknown"])("refuses the access token %j, and leaves the code good", async (token) => {
    expect(await phoneNumber(token)).toMatchObject({ errcode: 40001 });
    expect(await phoneNumber((await stableToken())["access_token"])).toMatchObject({ errcode: 0 });
  });

  it.each([7, "", null])("answers 40029 to the code %j", async (code) => {
    expect(await phoneNumber((await stableToken())["access_token"], code)).toMatchObject({ errcode: 40029 });
  });
});
