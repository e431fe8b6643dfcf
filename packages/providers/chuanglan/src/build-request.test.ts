import { Secret } from "@shiming/provider-kit";
import { describe, expect, it } from "vitest";
import { buildRequest, type BuildOptions } from "./build-request.ts";
import { idCardAuth } from "./id-card-auth.ts";
import { ID_NUMBER, NAME } from "./test-support/checks.ts";

const options: BuildOptions = {
  action: idCardAuth,
  parameters: { name: NAME, idNum: ID_NUMBER },
  url: new URL("https://wsauth.253.com"),
  appId: new Secret("EXAMPLE_APP"),
  appSecret: new Secret("EXAMPLE_SECRET"),
  nonce: "nonce-1",
  now: Date.parse("2026-11-22T12:00:00.999+08:00"),
};

describe("buildRequest", () => {
  it("posts the parameters as JSON, signed at the second it was built", () => {
    const request = buildRequest(options);

    expect(request.url.href).toBe("https://wsauth.253.com/api/v2/auth/idcard/id-card-auth");
    expect(request).toMatchObject({ method: "POST", body: `{"name":"${NAME}","idNum":"${ID_NUMBER}"}` });
    expect(request.headers).toEqual({
      "content-type": "application/json; charset=utf-8",
      appid: "EXAMPLE_APP",
      nonce: "nonce-1",
      curtime: "1795320000",
      // By `printf EXAMPLE_SECRETnonce-11795320000 | sha1sum`.
      checksum: "9094715F175AB147392B49BEBFA6CF5BDB940B96",
    });
  });

  it("is the same for the same options", () => {
    expect(buildRequest(options)).toEqual(buildRequest(options));
  });

  it("keeps the secret out of everything, and personal values out of URL and headers", () => {
    const { url, headers, body } = buildRequest(options);
    const told = url.href + JSON.stringify(headers);

    expect(told + body).not.toContain("EXAMPLE_SECRET");
    for (const value of [ID_NUMBER, NAME, encodeURIComponent(NAME)]) expect(told).not.toContain(value);
  });
});
