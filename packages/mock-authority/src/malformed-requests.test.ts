import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMockAuthority } from "./authority.ts";
import { createFixedClock, FIXED_NOW } from "./test-support/fixed-clock.ts";
import { BASE, createRelyingServer } from "./test-support/relying-server.ts";
import { tc3Request, tencentCredentials } from "./test-support/tc3.ts";

const ORIGIN = "http://127.0.0.1:7700";
const RUNS = { numRuns: 200 };

const clock = createFixedClock();
const authority = createMockAuthority({ seed: "test", clock });
const { scenarios } = authority.catalogue(ORIGIN);
const { secretId, secretKey } = tencentCredentials(authority);

const latin = fc.string({ maxLength: 200 }).map((text) => text.replaceAll(/[^\u0020-\u007E]/g, "x"));
const content = fc.oneof(
  fc.json(),
  fc.string(),
  fc.integer({ min: 1, max: 400_000 }).map((length) => "x".repeat(length)),
  fc.constantFrom("", "{", "[]", "null", '{"__proto__":1}', '{"IdCard":{}}', "[".repeat(100_000)),
);
const values = fc.dictionary(
  fc.oneof(
    fc.constantFrom("IdCard", "Name", "Phone", "orgCode", "bizSeq", "authMode", "__proto__"),
    fc.string(),
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const headers = fc.record(
  {
    "content-type": fc.constantFrom(
      "application/json",
      "application/json",
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
    accept: latin,
  },
  { requiredKeys: [] },
);
const init = fc.record({
  method: fc.constantFrom("POST", "POST", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"),
  headers: headers.map((given) => new Headers(given)),
  body: fc.oneof(content, fc.uint8Array({ maxLength: 500 }), fc.constant(null)),
});

/** What an answer of the Tencent wire looks like to a caller, when it is an error. */
const VENDOR_ERROR = {
  status: 200,
  body: {
    Response: {
      Error: { Code: expect.stringMatching(/^[A-Z]/), Message: expect.any(String) },
      RequestId: expect.any(String),
    },
  },
};

async function readJson(response: Response): Promise<unknown> {
  return { status: response.status, body: await response.json() };
}

/** The reference wire's two envelopes: a problem, or the page of the app. */
const OWN_ERROR = /^4\d\d (application\/problem\+json|text\/html; charset=utf-8|application\/json)$/;

function kindOf(response: Response): string {
  return `${response.status} ${response.headers.get("content-type")}`;
}

describe("the Tencent wire", () => {
  it("answers any unsigned request with its own error envelope", async () => {
    expect.hasAssertions();
    const property = fc.asyncProperty(init, async (given) => {
      const response = await authority.fetch(new Request(`${ORIGIN}/`, given));
      expect(await readJson(response)).toMatchObject(VENDOR_ERROR);
    });
    await fc.assert(property, RUNS);
  });

  it("answers any signed request that is not well-formed with its own error envelope", async () => {
    expect.hasAssertions();
    const actions = fc.constantFrom(...new Set(scenarios.map(({ action }) => action)));
    const property = fc.asyncProperty(actions, fc.oneof(values, content), async (action, parameters) => {
      const timestamp = FIXED_NOW / 1000;
      const [service, version] = action.startsWith("Verify")
        ? ["ocr", "2018-11-19"]
        : ["faceid", "2018-03-01"];
      const request = tc3Request({ secretId, secretKey, action, parameters, timestamp, service, version });
      expect(await readJson(await authority.fetch(request))).toMatchObject(VENDOR_ERROR);
    });
    await fc.assert(property, RUNS);
  });
});

describe("the network identity wire", () => {
  const AUTHENTICATIONS = "/v1/authentications";

  it("answers any unauthenticated request with a problem, or with the app's page", async () => {
    expect.hasAssertions();
    const path = fc.oneof(
      fc.constantFrom(
        AUTHENTICATIONS,
        `${AUTHENTICATIONS}/${"0".repeat(32)}/result`,
        "/app",
        "/.well-known/jwks.json",
      ),
      fc.webPath().map((one) => `/${one}`),
    );
    const property = fc.asyncProperty(path, init, async (at, given) => {
      expect(kindOf(await authority.fetch(new Request(`${BASE}${at}`, given)))).toMatch(OWN_ERROR);
    });
    await fc.assert(property, RUNS);
  });

  it("answers any authenticated request that is not well-formed with a problem", async () => {
    expect.hasAssertions();
    const server = createRelyingServer(authority, clock);
    const property = fc.asyncProperty(fc.oneof(values, content), async (parameters) => {
      expect(kindOf(await server.post(AUTHENTICATIONS, parameters))).toMatch(OWN_ERROR);
    });
    await fc.assert(property, RUNS);
  });

  it("shows its page with a client result code for any form", async () => {
    expect.hasAssertions();
    const names = fc.constantFrom(
      "orgID",
      "appID",
      "bizSeq",
      "type",
      "returnUrl",
      "persona",
      "password",
      "action",
    );
    const property = fc.asyncProperty(
      fc.dictionary(names, fc.string()),
      fc.boolean(),
      async (form, asQuery) => {
        const params = new URLSearchParams(form);
        const request = asQuery
          ? new Request(`${BASE}/app?${params.toString()}`)
          : new Request(`${BASE}/app`, { method: "POST", body: params });
        expect(kindOf(await authority.fetch(request))).toMatch(OWN_ERROR);
      },
    );
    await fc.assert(property, RUNS);
  });
});
