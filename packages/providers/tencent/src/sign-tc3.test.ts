import { assert, constantFrom, integer, property, record, string, stringMatching } from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveSigningKey, signTc3, type Tc3Input } from "./sign-tc3.ts";

/** The example request of the documentation, the same on both pages. */
const published = {
  service: "cvm",
  timestamp: 1_551_113_065,
  body: String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`,
};
const headers = { "content-type": "application/json; charset=utf-8", host: "cvm.tencentcloudapi.com" };

const keyOf = (secretKey: string) => (day: string, service: string) =>
  deriveSigningKey(secretKey, day, service);
const signatureOf = (authorization: string): string | undefined =>
  /Signature=([0-9a-f]{64})$/.exec(authorization)?.[1];

function signedAt(time: string): string {
  const timestamp = Date.parse(time) / 1000;
  return signTc3({ ...published, timestamp, secretId: "id", signingKey: keyOf("key"), headers });
}

describe("signTc3", () => {
  it("gives the example of https://cloud.tencent.com/document/api/213/30654", () => {
    const authorization = signTc3({
      ...published,
      secretId: "AKID********************************",
      signingKey: keyOf("********************************"),
      headers: { ...headers, "x-tc-action": "DescribeInstances" },
    });

    expect(authorization).toBe(
      "TC3-HMAC-SHA256 Credential=AKID********************************/2019-02-25/cvm/tc3_request, " +
        "SignedHeaders=content-type;host;x-tc-action, " +
        "Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f",
    );
  });

  it("gives the example of https://tencentcloud.com/document/api/1150/49447", () => {
    const authorization = signTc3({
      ...published,
      secretId: "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
      signingKey: keyOf("Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"),
      headers,
    });

    expect(authorization).toContain("SignedHeaders=content-type;host, ");
    expect(signatureOf(authorization)).toBe(
      "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168",
    );
  });

  it("derives the documented key", () => {
    const key = deriveSigningKey("********************************", "2019-02-25", "cvm");

    expect(key.export().toString("hex")).toBe(
      "b596b923aad85185e2d1f6659d2a062e0a86731226e021e61bfe06f7ed05f5af",
    );
  });

  it("takes the day of the timestamp in UTC", () => {
    expect(signedAt("2026-11-22T23:59:59Z")).toContain("/2026-11-22/");
    expect(signedAt("2026-11-23T07:59:59+08:00")).toContain("/2026-11-22/");
    expect(signedAt("2026-11-23T00:00:00Z")).toContain("/2026-11-23/");
  });
});

interface Signed {
  readonly secretKey: string;
  readonly service: string;
  readonly timestamp: number;
  readonly host: string;
  readonly action: string;
  readonly body: string;
}

const signed = record<Signed>({
  secretKey: string({ minLength: 1 }),
  service: stringMatching(/^[a-z]{1,10}$/),
  timestamp: integer({ min: 0, max: 4_102_444_800 }),
  host: stringMatching(/^[a-z]{1,10}\.[a-z]{2,5}$/),
  action: stringMatching(/^[A-Z][a-zA-Z]{0,20}$/),
  body: string(),
});

function sign({ secretKey, host, action, ...rest }: Signed): string | undefined {
  const input: Tc3Input = {
    ...rest,
    secretId: "id",
    signingKey: keyOf(secretKey),
    headers: { ...headers, host, "x-tc-action": action },
  };
  return signatureOf(signTc3(input));
}

describe("a signature", () => {
  it("is the same for the same request", () => {
    assert(property(signed, (request) => sign(request) === sign({ ...request })));
  });

  it("changes with everything it covers", () => {
    const parts = constantFrom<keyof Signed>("secretKey", "service", "timestamp", "host", "action", "body");

    assert(
      property(signed, parts, (request, part) => {
        const value = request[part];
        const other = { ...request, [part]: typeof value === "number" ? value + 1 : `${value}x` };

        return sign(request) !== sign(other);
      }),
    );
  });

  it("does not change with the case of a header value or white space around it, which the canonical form drops", () => {
    assert(
      property(
        signed,
        (request) => sign(request) === sign({ ...request, action: ` ${request.action.toUpperCase()} ` }),
      ),
    );
  });
});
