import { Secret } from "@shiming/provider-kit";
import { describe, expect, it } from "vitest";
import { buildRequest, type BuildOptions } from "./build-request.ts";
import { entElementVerify } from "./ent-element-verify.ts";
import { id2MetaVerify } from "./id2-meta-verify.ts";
import { sha256 } from "./sign-acs3.ts";
import { ENTITY_NAME, ID_NUMBER, NAME } from "./test-support/checks.ts";

const BODY = "IdentifyNum=110000190101010001&UserName=%E6%9F%90%E4%B8%80%E4%B8%80";

const options: BuildOptions = {
  action: id2MetaVerify("normal"),
  parameters: { UserName: NAME, IdentifyNum: ID_NUMBER },
  url: new URL("https://cloudauth.aliyuncs.com"),
  accessKeyId: new Secret("LTAIEXAMPLE"),
  accessKeySecret: new Secret("EXAMPLE"),
  now: Date.parse("2026-11-22T12:00:00.999+08:00"),
  nonce: "3156853299f313e23d1673dc12e1703d",
};

const [company] = entElementVerify({ userAuthorization: true });
if (company === undefined) throw new Error("there is no company check");

const at = (url: string) => buildRequest({ ...options, url: new URL(url) }).headers["authorization"];

describe("buildRequest", () => {
  it("posts a form, dated in UTC to the second", () => {
    const { authorization, ...headers } = buildRequest(options).headers;

    expect(buildRequest(options)).toMatchObject({ method: "POST", url: options.url, body: BODY });
    expect(headers).toEqual({
      "content-type": "application/x-www-form-urlencoded",
      "x-acs-action": "Id2MetaVerify",
      "x-acs-content-sha256": sha256(BODY),
      "x-acs-date": "2026-11-22T04:00:00Z",
      "x-acs-signature-nonce": options.nonce,
      "x-acs-version": "2019-03-07",
    });
    expect(authorization).toMatch(
      /^ACS3-HMAC-SHA256 Credential=LTAIEXAMPLE,SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=[0-9a-f]{64}$/,
    );
  });

  it("puts the parameters into the query where the vendor wants them there, with no body and no type of one", () => {
    const { url, body, headers } = buildRequest({
      ...options,
      action: company,
      parameters: { EntName: ENTITY_NAME, UserAuthorization: "1" },
    });

    expect(url.search).toBe(`?EntName=${encodeURIComponent(ENTITY_NAME)}&UserAuthorization=1`);
    expect(body).toBe("");
    expect(headers).not.toHaveProperty("content-type");
    expect(headers["x-acs-version"]).toBe("2022-11-25");
    expect(options.url.search).toBe("");
  });

  it("signs the host with its port, as it is sent", () => {
    expect(at("http://127.0.0.1:7700")).not.toBe(at("http://127.0.0.1:7701"));
    expect(at("https://example.com:443")).toBe(at("https://example.com"));
  });

  it("keeps the values of a form, and the key, out of URL and headers", () => {
    const { url, headers } = buildRequest(options);
    const told = url.href + JSON.stringify(headers);

    expect(told).not.toContain(ID_NUMBER);
    expect(told).not.toContain(NAME);
    expect(told).not.toContain(encodeURIComponent(NAME));
    expect(told).not.toMatch(/Credential=EXAMPLE/);
  });
});
