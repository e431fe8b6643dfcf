import { Secret } from "@shiming/provider-kit";
import { describe, expect, it } from "vitest";
import { buildRequest, type BuildOptions } from "./build-request.ts";
import { idCardVerification } from "./id-card-verification.ts";
import { deriveSigningKey } from "./sign-tc3.ts";
import { ID_NUMBER, NAME } from "./test-support/checks.ts";
import { verifyBizLicense2 } from "./verify-biz-license.ts";

const options: BuildOptions = {
  action: idCardVerification,
  parameters: { Name: NAME, IdCard: ID_NUMBER },
  url: new URL("https://faceid.tencentcloudapi.com"),
  secretId: new Secret("AKIDEXAMPLE"),
  signingKey: (day, service) => deriveSigningKey("EXAMPLE", day, service),
  now: Date.parse("2026-11-22T12:00:00.999+08:00"),
};

const at = (url: string) => buildRequest({ ...options, url: new URL(url) }).headers["authorization"];

describe("buildRequest", () => {
  it("posts the parameters as JSON, signed at the second it was built", () => {
    const { authorization, ...headers } = buildRequest(options).headers;

    expect(buildRequest(options)).toMatchObject({
      method: "POST",
      url: options.url,
      body: `{"Name":"${NAME}","IdCard":"${ID_NUMBER}"}`,
    });
    expect(headers).toEqual({
      "content-type": "application/json; charset=utf-8",
      "x-tc-action": "IdCardVerification",
      "x-tc-version": "2018-03-01",
      "x-tc-timestamp": "1795320000",
    });
    expect(authorization).toBe(
      "TC3-HMAC-SHA256 Credential=AKIDEXAMPLE/2026-11-22/faceid/tc3_request, " +
        "SignedHeaders=content-type;host;x-tc-action, " +
        "Signature=e3e17153305ae0e45868c4942d32921b765374074745a0aa8f6fe2b7b6526a74",
    );
  });

  it("signs for the product of the action", () => {
    const { headers } = buildRequest({ ...options, action: verifyBizLicense2 });

    expect(headers["authorization"]).toContain("/ocr/tc3_request");
    expect(headers["x-tc-version"]).toBe("2018-11-19");
  });

  it("signs the host with its port, as it is sent", () => {
    expect(at("http://127.0.0.1:7700")).not.toBe(at("http://127.0.0.1:7701"));
    expect(at("https://example.com:443")).toBe(at("https://example.com"));
  });

  it("keeps personal values and the key out of URL and headers", () => {
    const { url, headers } = buildRequest(options);
    const told = url.href + JSON.stringify(headers);

    expect(told).not.toContain(ID_NUMBER);
    expect(told).not.toContain(NAME);
    expect(told).not.toContain(encodeURIComponent(NAME));
    expect(told).not.toMatch(/Credential=EXAMPLE/);
  });
});
