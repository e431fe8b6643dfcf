import { describe, expect, it } from "vitest";
import { sightings } from "@shiming/contract-tests";
import { buildCheck, buildQuery, type CheckInput } from "./build-request.ts";
import { checkOptions } from "./options.ts";
import { CITIZEN, EXAMPLE } from "./test-support/checks.ts";

const { account, endpoints } = checkOptions(EXAMPLE);
const ai = "0123456789abcdef0123456789abcdef";
const now = 1_584_949_895_758;
const { name, idNumber } = CITIZEN;
const nonce = Buffer.alloc(12, 7);
const options: CheckInput = { account, endpoints, ai, now, name, idNumber, nonce };

const system = {
  "content-type": "application/json;charset=utf-8",
  appid: "test-appId",
  bizid: "test-bizId",
  timestamps: "1584949895758",
};

describe("buildCheck", () => {
  it("posts the encrypted elements, signed over the very bytes that are sent", () => {
    expect(buildCheck(options)).toEqual({
      method: "POST",
      url: new URL("https://api.wlc.nppa.gov.cn/idcard/authentication/check"),
      headers: { ...system, sign: "3da7e67b4073a94f9067ded44397ae9f7000009785dbf0f9fd3e0abd9a39cbd8" },
      body:
        '{"data":"BwcHBwcHBwcHBwcHHfxJFFHSndBTWzTozKuraTRwrGLFBV5d9XvGDfX/B5C32DUnytMd90AauB8AAbxAM' +
        'ZNzcAcqP7NVsSgnTfmeIrb8e93sYG/SnLwvvybX/vgS1OQ0vTpDVuTaT4evbpDrzc9Qe0Cy1wtp"}',
    });
  });

  it("shows neither the person nor the key, in no part of it", () => {
    const { url, headers, body } = buildCheck(options);
    const told = [url.href, JSON.stringify(headers), body].join("\n");

    expect(sightings(told, { name, idNumber, ai, secretKey: EXAMPLE.secretKey })).toEqual([]);
  });

  it("is another message for another nonce", () => {
    const other = buildCheck({ ...options, nonce: Buffer.alloc(12, 8) });

    expect(other.body).not.toBe(buildCheck(options).body);
    expect(other.headers["sign"]).not.toBe(buildCheck(options).headers["sign"]);
  });
});

describe("buildQuery", () => {
  it("asks under the ai, which the signature covers", () => {
    expect(buildQuery(options)).toEqual({
      method: "GET",
      url: new URL(`https://api2.wlc.nppa.gov.cn/idcard/authentication/query?ai=${ai}`),
      headers: { ...system, sign: "f1e6bc085fd4e8e1fbf444e8b4c367e93e0286c4e9adda437ff167b0193ed256" },
    });
  });

  it("leaves the address of the next query alone", () => {
    buildQuery(options);

    expect(endpoints.query.search).toBe("");
  });
});
