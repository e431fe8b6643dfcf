import { createHmac } from "node:crypto";
import { assert, property, string, tuple, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalQuery, encodeRfc3986 } from "./canonical-query.ts";

/** The printed example of signature V2, which is retired; its rules of encoding are those of V3. */
const V2_EXAMPLE = {
  AccessKeyId: "testid",
  Action: "DescribeDedicatedHosts",
  Format: "JSON",
  RegionId: "cn-beijing",
  SignatureMethod: "HMAC-SHA1",
  SignatureNonce: "edb2b34af0af9a6d14deaf7c1a5315eb",
  SignatureVersion: "1.0",
  Timestamp: "2023-03-13T08:34:30Z",
  Version: "2014-05-26",
};

const text = string({ unit: "binary" }).map((one) => one.toWellFormed());

describe("encodeRfc3986", () => {
  it.each([
    ["AZaz09-_.~", "AZaz09-_.~"],
    [" +!'()*/", "%20%2B%21%27%28%29%2A%2F"],
    ["某", "%E6%9F%90"],
  ])("writes %j as %s", (plain, encoded) => {
    expect(encodeRfc3986(plain)).toBe(encoded);
  });

  it("is undone by decoding", () => {
    assert(property(text, (plain) => decodeURIComponent(encodeRfc3986(plain)) === plain));
  });
});

describe("canonicalQuery", () => {
  it("gives the printed example of signature V2: https://help.aliyun.com/document_detail/25490.htm", () => {
    const query = canonicalQuery(new URLSearchParams(V2_EXAMPLE).toString());
    const signature = createHmac("sha1", "testsecret&").update(`GET&%2F&${encodeRfc3986(query)}`);

    expect(signature.digest("base64")).toBe("9NaGiOspFP5UPcwX8Iwt2YJXXuk=");
  });

  it.each([
    ["", ""],
    ["b=2&a=1", "a=1&b=2"],
    ["a", "a="],
    ["a=x+y", "a=x%20y"],
    ["a=%7e", "a=~"],
    ["%", "%25="],
  ])("writes %j as %j", (query, canonical) => {
    expect(canonicalQuery(query)).toBe(canonical);
  });

  it("does not change when it is made again, nor with the order of what it was made of", () => {
    const pairs = uniqueArray(tuple(text, text), { selector: ([name]) => name });
    assert(
      property(pairs, (given) => {
        const canonical = canonicalQuery(new URLSearchParams(given).toString());
        const reversed = canonicalQuery(new URLSearchParams(given.toReversed()).toString());
        return canonicalQuery(canonical) === canonical && reversed === canonical;
      }),
    );
  });
});
