import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIXED_NOW } from "../../test-support/fixed-clock.ts";
import { tc3Request } from "../../test-support/tc3.ts";
import type { Tc3Call } from "../../test-support/tc3.ts";
import { createSigningKeys } from "./signing-keys.ts";
import { verifyTc3 } from "./tc3-verify.ts";

const SECRET_ID = "AKIDmock";
const SECRET_KEY = "secret";
const CALL: Tc3Call = {
  secretId: SECRET_ID,
  secretKey: SECRET_KEY,
  action: "IdCardVerification",
  parameters: { Name: "某一一" },
  timestamp: FIXED_NOW / 1000,
};

async function verify(call: Partial<Tc3Call>, now = FIXED_NOW): Promise<string | undefined> {
  const request = tc3Request({ ...CALL, ...call });
  const { method, headers } = request;
  const verdict = verifyTc3(
    { method, host: headers.get("host") ?? "", headers, body: new Uint8Array(await request.arrayBuffer()) },
    {
      secretKeyOf: (id) => (id === SECRET_ID ? SECRET_KEY : undefined),
      services: ["faceid"],
      now,
      signingKeys: createSigningKeys(),
    },
  );
  return verdict?.code;
}

describe("published examples", () => {
  const body = Buffer.from(
    String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`,
  );
  // https://cloud.tencent.com/document/api/213/30654 and https://tencentcloud.com/document/api/1150/49447
  const examples = [
    {
      name: "current page",
      secretId: "AKID********************************",
      secretKey: "********************************",
      signedHeaders: "content-type;host;x-tc-action",
      signature: "10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f",
    },
    {
      name: "older page",
      secretId: "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
      secretKey: "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE",
      signedHeaders: "content-type;host",
      signature: "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168",
    },
  ];

  it.each(examples)(
    "verifies the $name, and nothing else",
    ({ secretId, secretKey, signedHeaders, signature }) => {
      const verifyWith = (key: string, given: string): string | undefined =>
        verifyTc3(
          {
            method: "POST",
            host: "cvm.tencentcloudapi.com",
            headers: new Headers({
              "content-type": "application/json; charset=utf-8",
              "x-tc-action": "DescribeInstances",
              "x-tc-timestamp": "1551113065",
              authorization: `TC3-HMAC-SHA256 Credential=${secretId}/2019-02-25/cvm/tc3_request, SignedHeaders=${signedHeaders}, Signature=${given}`,
            }),
            body,
          },
          { secretKeyOf: () => key, services: [], now: 1_551_113_065_000, signingKeys: createSigningKeys() },
        )?.code;
      expect(verifyWith(secretKey, signature)).toBeUndefined();
      expect(verifyWith(`${secretKey}x`, signature)).toBe("AuthFailure.SignatureFailure");
      expect(verifyWith(secretKey, signature.replace(/^./, "0"))).toBe("AuthFailure.SignatureFailure");
    },
  );
});

const rewrite =
  (from: RegExp | string, to: string) =>
  (headers: Headers): void => {
    headers.set("authorization", (headers.get("authorization") ?? "").replace(from, to));
  };

describe("what is accepted", () => {
  it.each([
    ["host and content type", {}],
    ["further signed headers", { more: { "x-tc-action": "IdCardVerification", "x-custom": "Value" } }],
    ["a host line without the port, as the official Node SDK signs", { signedHost: "127.0.0.1" }],
    ["the first label of an address as service", { service: "127" }],
    ["the first label of a name with port as service", { host: "localhost:7700", service: "localhost:7700" }],
  ])("%s", async (_, call) => {
    expect(await verify(call)).toBeUndefined();
  });

  it.each([-300, 300])("a clock that is %i s off", async (seconds) => {
    expect(await verify({}, FIXED_NOW + seconds * 1000)).toBeUndefined();
  });
});

describe("what is refused", () => {
  it.each([
    ["no Authorization", { tamper: (headers: Headers) => headers.delete("authorization") }],
    ["the unsigned mode of the SDK", { tamper: (headers: Headers) => headers.set("authorization", "SKIP") }],
    ["another algorithm", { tamper: rewrite("TC3-HMAC-SHA256", "TC3-HMAC-SHA1") }],
    ["a cut signature", { tamper: rewrite(/.$/, "") }],
    ["a signature in capitals", { tamper: rewrite(/Signature=.*/, `Signature=${"A".repeat(64)}`) }],
    ["another terminator", { tamper: rewrite("tc3_request", "aws4_request") }],
    ["host not signed", { tamper: rewrite("content-type;host", "content-type") }],
    ["content type not signed", { tamper: rewrite("content-type;host", "host") }],
    ["signed headers out of order", { tamper: rewrite("content-type;host", "host;content-type") }],
    ["a signed header twice", { tamper: rewrite("content-type;host", "content-type;host;host") }],
  ])("%s: InvalidAuthorization", async (_, call) => {
    expect(await verify(call)).toBe("AuthFailure.InvalidAuthorization");
  });

  it.each([
    ["a wrong key", { secretKey: "other" }],
    ["a changed body", { sentBody: '{"Name":"某一二"}' }],
    ["another host line", { signedHost: "faceid.tencentcloudapi.com" }],
    ["another service", { service: "cvm" }],
    ["another date in the scope", { date: "2026-01-01" }],
    ["a header listed as signed that nobody sent", { listed: ["x-custom"] }],
    [
      "a signed header that was not sent",
      { more: { "x-custom": "a" }, tamper: (h: Headers) => h.delete("x-custom") },
    ],
    [
      "a signed header that was changed",
      { more: { "x-custom": "a" }, tamper: (h: Headers) => h.set("x-custom", "b") },
    ],
    [
      "another content type",
      { tamper: (h: Headers) => h.set("content-type", "application/json; charset=utf-8") },
    ],
  ])("%s: SignatureFailure", async (_, call) => {
    expect(await verify(call)).toBe("AuthFailure.SignatureFailure");
  });

  it.each([-301, 301])("a clock that is %i s off: SignatureExpire", async (seconds) => {
    expect(await verify({}, FIXED_NOW + seconds * 1000)).toBe("AuthFailure.SignatureExpire");
  });

  it("an unknown SecretId: SecretIdNotFound", async () => {
    expect(await verify({ secretId: "AKIDother" })).toBe("AuthFailure.SecretIdNotFound");
  });

  it("a missing or unreadable timestamp: a parameter error", async () => {
    expect(await verify({ tamper: (headers) => headers.delete("x-tc-timestamp") })).toBe("MissingParameter");
    expect(await verify({ tamper: (headers) => headers.set("x-tc-timestamp", "soon") })).toBe(
      "InvalidParameter",
    );
  });

  it("any one bit of the signature changed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 1, max: 15 }), async (at, flip) => {
        const tamper = (headers: Headers): void => {
          const authorization = headers.get("authorization") ?? "";
          const index = authorization.length - 64 + at;
          const digit = (Number.parseInt(authorization.charAt(index), 16) ^ flip).toString(16);
          headers.set(
            "authorization",
            authorization.slice(0, index) + digit + authorization.slice(index + 1),
          );
        };
        expect(await verify({ tamper })).toBe("AuthFailure.SignatureFailure");
      }),
      { numRuns: 50 },
    );
  });
});
