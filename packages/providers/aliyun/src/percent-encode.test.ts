import { createHmac } from "node:crypto";
import { assert, dictionary, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeParameters, percentEncode } from "./percent-encode.ts";

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

const anyText = string({ unit: "binary" });

describe("percentEncode", () => {
  it.each([
    ["AZaz09-_.~", "AZaz09-_.~"],
    ["a b+c", "a%20b%2Bc"],
    ["!'()*", "%21%27%28%29%2A"],
    ["/=&?:", "%2F%3D%26%3F%3A"],
    ["某", "%E6%9F%90"],
    ["\uD840", "%EF%BF%BD"],
  ])("writes %j as %s", (text, encoded) => {
    expect(percentEncode(text)).toBe(encoded);
  });

  it("leaves nothing but unreserved characters and escapes, which stand for the same text", () => {
    assert(
      property(anyText, (text) => {
        const encoded = percentEncode(text);

        return (
          /^(?:[\w.~-]|%[0-9A-F]{2})*$/.test(encoded) && decodeURIComponent(encoded) === text.toWellFormed()
        );
      }),
    );
  });
});

describe("encodeParameters", () => {
  it("gives the printed example of signature V2: https://help.aliyun.com/document_detail/25490.htm", () => {
    const stringToSign = `GET&%2F&${percentEncode(encodeParameters(V2_EXAMPLE))}`;
    const signature = createHmac("sha1", "testsecret&").update(stringToSign).digest("base64");

    expect(signature).toBe("9NaGiOspFP5UPcwX8Iwt2YJXXuk=");
  });

  it("sorts by name and keeps an empty value", () => {
    expect(encodeParameters({ b: "2", B: "", a: "1" })).toBe("B=&a=1&b=2");
    expect(encodeParameters({})).toBe("");
  });

  it("is read back by a form parser as what it was", () => {
    assert(
      property(dictionary(anyText, anyText), (parameters) => {
        const wellFormed = Object.entries(parameters).map(
          ([name, value]) => [name.toWellFormed(), value.toWellFormed()] as const,
        );

        const read = [...new URLSearchParams(encodeParameters(parameters))];

        expect(new Map(read)).toEqual(new Map(wellFormed));
      }),
    );
  });
});
