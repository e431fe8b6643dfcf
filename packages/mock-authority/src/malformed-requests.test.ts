import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMockAuthority } from "./authority.ts";
import type { MockAuthority } from "./authority.ts";
import { startMockAuthority } from "./node.ts";
import { createFixedClock, FIXED_NOW } from "./test-support/fixed-clock.ts";
import { content, init, members } from "./test-support/malformed.ts";
import { expectClientRefusal, expectProblem, expectVendorError } from "./test-support/refusals.ts";
import { createRelyingServer } from "./test-support/relying-server.ts";
import type { RelyingServer, Target } from "./test-support/relying-server.ts";
import { tc3Request, tencentCredentials } from "./test-support/tc3.ts";

const RUNS = { numRuns: 200 };
/** An answer takes a few milliseconds; a request that hangs fails the property instead of the run. */
const DEADLINE_MS = 2000;
const AUTHENTICATIONS = "/v1/authentications";
const JWKS = "/.well-known/jwks.json";

const clock = createFixedClock();

function sendInTime(request: Request): Promise<Response> {
  return fetch(request, { redirect: "manual", signal: AbortSignal.timeout(DEADLINE_MS) });
}

/** Whether a request to "/" is one of the Tencent wire: a GET that names no action is a browser's, and nobody's. */
function isTencentCall({ method, headers }: Request): boolean {
  return headers.has("x-tc-action") || (method !== "GET" && method !== "HEAD");
}

interface Reached extends Required<Target> {
  readonly authority: MockAuthority;
  readonly close: () => Promise<void>;
}

const transports: readonly { readonly name: string; readonly reach: () => Promise<Reached> }[] = [
  {
    name: "in process",
    reach: async () => {
      const authority = createMockAuthority({ seed: "test", clock });
      const { fetch: send, wire } = authority;
      return { authority, fetch: send, wire, origin: "http://127.0.0.1:7700", close: async () => undefined };
    },
  },
  {
    name: "over HTTP",
    reach: async () => {
      const { url, authority, close } = await startMockAuthority({ seed: "test", clock });
      return { authority, fetch: sendInTime, wire: authority.wire, origin: url, close };
    },
  },
];

describe.each(transports)("$name", ({ reach }) => {
  let at: Reached;
  beforeAll(async () => {
    at = await reach();
  });
  afterAll(() => at.close());

  describe("the Tencent wire", () => {
    it("answers any unsigned request with its own error envelope", async () => {
      expect.hasAssertions();
      const path = fc.constantFrom("/", "/", "/?", "/?IdCard=1", "/?%00");
      const property = fc.asyncProperty(path, init, async (target, given) => {
        const request = new Request(`${at.origin}${target}`, given);
        const response = await at.fetch(request.clone());
        await (isTencentCall(request) ? expectVendorError : expectProblem)(request, response);
      });
      await fc.assert(property, RUNS);
    });

    it("answers any signed request that is not well-formed with its own error envelope", async () => {
      expect.hasAssertions();
      const { scenarios } = at.authority.catalogue(at.origin);
      const actions = fc.constantFrom(...new Set(scenarios.map(({ action }) => action)));
      const malformed = members.filter(
        ({ IdCard, Name }) => typeof IdCard !== "string" || typeof Name !== "string",
      );
      const property = fc.asyncProperty(actions, fc.oneof(malformed, content), async (action, parameters) => {
        const [service, version] = action.startsWith("Verify")
          ? ["ocr", "2018-11-19"]
          : ["faceid", "2018-03-01"];
        const call = { action, parameters, timestamp: FIXED_NOW / 1000, service, version };
        const { host } = new URL(at.origin);
        const request = tc3Request({ ...tencentCredentials(at.authority), ...call, host });
        await expectVendorError(request, await at.fetch(request.clone()));
      });
      await fc.assert(property, RUNS);
    });
  });

  describe("the network identity wire", () => {
    let base: string;
    let server: RelyingServer;
    beforeAll(() => {
      base = at.wire("network-identity", at.origin).baseUrl;
      server = createRelyingServer(at, clock);
    });

    /** HTML and client results are the app's alone, and only where the app reads parameters. */
    function expectRefusal(request: Request, response: Response): Promise<void> {
      const isForm = request.headers.get("content-type") === "application/x-www-form-urlencoded";
      const isShown = request.method === "GET" || (request.method === "POST" && isForm);
      const isForApp = new URL(request.url).pathname === new URL(`${base}/app`).pathname;
      const isTooLarge = response.status === 413;
      const expectation = isForApp && isShown && !isTooLarge ? expectClientRefusal : expectProblem;
      return expectation(request, response);
    }

    it("answers any unauthenticated request with a problem, or with the app's page", async () => {
      expect.hasAssertions();
      const known = fc.constantFrom(
        AUTHENTICATIONS,
        `${AUTHENTICATIONS}/${"0".repeat(32)}/result`,
        "/app",
        JWKS,
      );
      const path = fc.oneof(
        known,
        fc
          .webPath()
          .map((one) => `/${one}`)
          .filter((one) => new URL(`${base}${one}`).href.startsWith(`${base}/`)),
      );
      const property = fc.asyncProperty(path, init, async (target, given) => {
        fc.pre(target !== JWKS || given.method !== "GET"); // the one good request among them
        const request = new Request(`${base}${target}`, given);
        await expectRefusal(request, await at.fetch(request.clone()));
      });
      await fc.assert(property, RUNS);
    });

    it("answers any authenticated request that is not well-formed with a problem", async () => {
      expect.hasAssertions();
      const property = fc.asyncProperty(fc.oneof(members, content), async (parameters) => {
        const request = new Request(`${base}${AUTHENTICATIONS}`, { method: "POST" });
        await expectProblem(request, await server.post(AUTHENTICATIONS, parameters));
      });
      await fc.assert(property, RUNS);
    });

    it("answers anyone who asks again for a result in a malformed way with a problem", async () => {
      expect.hasAssertions();
      const settled = await settle();
      const bizSeq = fc.constantFrom(settled, settled, "0".repeat(32), "0", "%00", "__proto__");
      const text = fc.oneof(
        members.map((given) => JSON.stringify(given)),
        content,
      );
      const malformed = text.filter((body) => body.replaceAll(/\s/g, "") !== "{}");
      const property = fc.asyncProperty(bizSeq, malformed, async (asked, body) => {
        const path = `${AUTHENTICATIONS}/${asked}/result`;
        const request = new Request(`${base}${path}`, { method: "POST" });
        await expectProblem(request, await server.post(path, body));
      });
      await fc.assert(property, RUNS);
      const wellFormed = await server.post(`${AUTHENTICATIONS}/${settled}/result`, {});
      expect(wellFormed.status).toBe(200);
    });

    /** A transaction with a result, so that nothing but the body can be at fault. */
    async function settle(): Promise<string> {
      const { orgId: orgCode, appId } = at.wire("network-identity", at.origin).credentials;
      const { bizSeq = "", idCardAuthData } = await server.approve({ bizSeq: server.nextBizSeq() });
      const presented = { orgCode, appId, bizSeq, authMode: "R01", idCardAuthData };
      expect((await server.post(AUTHENTICATIONS, presented)).status).toBe(200);
      return bizSeq;
    }

    it("shows its page with a client result code for any form", async () => {
      expect.hasAssertions();
      const names = ["orgID", "appID", "bizSeq", "type", "returnUrl", "persona", "password", "action"];
      const forms = fc.dictionary(fc.constantFrom(...names), fc.string());
      const property = fc.asyncProperty(forms, fc.boolean(), async (form, asQuery) => {
        const params = new URLSearchParams(form);
        const request = asQuery
          ? new Request(`${base}/app?${params.toString()}`)
          : new Request(`${base}/app`, { method: "POST", body: params });
        await expectClientRefusal(request, await at.fetch(request.clone()));
      });
      await fc.assert(property, RUNS);
    });
  });
});
