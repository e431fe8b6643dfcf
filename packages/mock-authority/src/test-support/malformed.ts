import * as fc from "fast-check";

const latin = fc.string({ maxLength: 200 }).map((text) => text.replaceAll(/[^\u0020-\u007E]/g, "x"));

/** Body text: JSON or not, empty, deep, or over the limit. */
export const content: fc.Arbitrary<string> = fc.oneof(
  fc.json(),
  fc.string(),
  fc.integer({ min: 1, max: 400_000 }).map((length) => "x".repeat(length)),
  fc.constantFrom("", "{", "[]", "null", '{"__proto__":1}', '{"IdCard":{}}', "[".repeat(100_000)),
);

/** Members with the wires' names or others, and values of any type. */
export const members: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(
  fc.oneof(
    fc.constantFrom("IdCard", "Name", "Phone", "orgCode", "bizSeq", "authMode", "__proto__"),
    fc.string(),
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

const headers = fc
  .record(
    {
      "content-type": fc.constantFrom(
        "application/json",
        "application/json",
        "application/x-www-form-urlencoded",
        "text/plain",
        "multipart/form-data",
        ";",
      ),
      authorization: fc.oneof(
        latin,
        fc.constantFrom("SKIP", "TC3-HMAC-SHA256 Credential=a/2026-01-02/faceid/tc3_request", "Bearer a.b.c"),
      ),
      "x-tc-action": latin,
      "x-tc-timestamp": latin,
      accept: fc.oneof(latin, fc.constant("application/json")),
    },
    { requiredKeys: [] },
  )
  .map((given) => new Headers(given));

const withBody = fc.record({
  method: fc.constantFrom("POST", "POST", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"),
  headers,
  body: fc.oneof(content, fc.uint8Array({ maxLength: 500 }), fc.constant(null)),
});
/** The Fetch standard gives these no body. */
const withoutBody = fc.record({ method: fc.constantFrom("GET", "HEAD"), headers });

/** Any request that nobody signed. */
export const init: fc.Arbitrary<RequestInit> = fc.oneof(
  { arbitrary: withBody, weight: 3 },
  { arbitrary: withoutBody, weight: 1 },
);
