import { assert, constantFrom, property, record, string, stringMatching } from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeParameters } from "./percent-encode.ts";
import { sha256, signAcs3, type Acs3Input } from "./sign-acs3.ts";

/** The printed example of https://help.aliyun.com/document_detail/2593177.html. */
const EXAMPLE: Acs3Input = {
  accessKeyId: "YourAccessKeyId",
  accessKeySecret: "YourAccessKeySecret",
  query: encodeParameters({
    RegionId: "cn-shanghai",
    ImageId: "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
  }),
  headers: {
    "x-acs-version": "2014-05-26",
    host: "ecs.cn-shanghai.aliyuncs.com",
    "x-acs-action": "RunInstances",
    "x-acs-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "x-acs-date": "2023-10-26T10:22:32Z",
    "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d",
  },
  bodyHash: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
};

const withHost = (host: string) => signAcs3({ ...EXAMPLE, headers: { ...EXAMPLE.headers, host } });

describe("signAcs3", () => {
  it("gives the printed example of the vendor", () => {
    expect(sha256("")).toBe(EXAMPLE.bodyHash);
    expect(signAcs3(EXAMPLE)).toBe(
      "ACS3-HMAC-SHA256 Credential=YourAccessKeyId," +
        "SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version," +
        "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
    );
  });

  it("keeps the case of a header's value and drops the white space around it", () => {
    expect(withHost(" Example.com ")).toBe(withHost("Example.com"));
    expect(withHost("Example.com")).not.toBe(withHost("example.com"));
  });
});

const signed = record({
  accessKeySecret: string({ minLength: 1 }),
  query: stringMatching(/^[A-Z][a-z]{1,8}=[a-z%2]{0,8}$/),
  host: stringMatching(/^[a-z]{1,10}\.[a-z]{2,5}$/),
  nonce: stringMatching(/^[0-9a-f]{32}$/),
  bodyHash: stringMatching(/^[0-9a-f]{64}$/),
});

describe("a signature", () => {
  it("is the same for the same request, and changes with everything it covers", () => {
    const parts = constantFrom("accessKeySecret", "query", "host", "nonce", "bodyHash");

    assert(
      property(signed, parts, (request, part) => {
        const sign = ({ host, nonce, ...rest }: typeof request): string =>
          signAcs3({ ...rest, accessKeyId: "id", headers: { host, "x-acs-signature-nonce": nonce } });
        const changed = { ...request, [part]: `${request[part]}x` };

        return sign(request) === sign({ ...request }) && sign(request) !== sign(changed);
      }),
    );
  });
});
