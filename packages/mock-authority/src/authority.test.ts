import { describe, expect, it } from "vitest";
import { createMockAuthority } from "./authority.ts";
import type { WireId } from "./wires.ts";
import { createFixedClock, FIXED_NOW } from "./test-support/fixed-clock.ts";
import { tc3Request, tencentCredentials } from "./test-support/tc3.ts";

const ORIGIN = "http://127.0.0.1:7700";

function setUp(options: { seed?: string; journalCapacity?: number } = {}) {
  const authority = createMockAuthority({ seed: "test", clock: createFixedClock(), ...options });
  const { secretId, secretKey } = tencentCredentials(authority);
  const verify = (parameters: Readonly<Record<string, string>>) =>
    authority.fetch(
      tc3Request({
        secretId,
        secretKey,
        action: "PhoneVerification",
        parameters,
        timestamp: FIXED_NOW / 1000,
      }),
    );
  const get = (path: string, init?: RequestInit) => authority.fetch(new Request(`${ORIGIN}${path}`, init));
  return { authority, verify, get };
}

const catalogueOf = (seed: string) => setUp({ seed }).authority.catalogue(ORIGIN);

const CITIZEN = { IdCard: "110000190101010001", Name: "某一一", Phone: "16400000001" };

describe("a mock authority", () => {
  it.each([
    [{ seed: "" }, TypeError, "seed"],
    [{ seed: 7 }, TypeError, "seed"],
    [{ journalCapacity: 0 }, RangeError, "journalCapacity"],
    [{ journalCapacity: 1.5 }, RangeError, "journalCapacity"],
    [{ journalCapacity: 1_000_001 }, RangeError, "journalCapacity"],
    [{ journalCapacity: "10" }, RangeError, "journalCapacity"],
  ])("is not made with %j", (options, kind, name) => {
    // Plain JavaScript can pass anything.
    const make = () => createMockAuthority(options as object);
    expect(make).toThrow(kind);
    expect(make).toThrow(name);
  });

  it.each([1, 1_000_000])("is made with a journal of %i entries", (journalCapacity) => {
    expect(createMockAuthority({ journalCapacity }).journal().entries).toEqual([]);
  });
});

describe("the way to a wire", () => {
  it("is the one in the catalogue", () => {
    const { authority } = setUp();
    for (const { about: _about, ...listed } of authority.catalogue(ORIGIN).wires) {
      // The ids of the catalogue are those of the wires.
      expect(authority.wire(listed.id as WireId, `${ORIGIN}/`)).toEqual(listed);
    }
  });

  it("is there for the wires that there are, which the error names", () => {
    const { authority } = setUp();
    for (const id of ["acme", "toString", ""]) {
      // Plain JavaScript can pass anything.
      const ask = () => authority.wire(id as WireId, ORIGIN);
      expect(ask).toThrow(TypeError);
      expect(ask).toThrow("tencent, network-identity");
    }
  });
});

describe("the catalogue", () => {
  it("is the same over HTTP and in process", async () => {
    const { authority, get } = setUp();
    expect(await (await get("/_mock/catalogue")).json()).toEqual(authority.catalogue(`${ORIGIN}/`));
  });

  it("lists wires with base URL and credentials that are plainly of a mock", () => {
    const { wires } = setUp().authority.catalogue(ORIGIN);
    const listed: unknown = expect.arrayContaining([
      {
        id: "aliyun",
        about: expect.stringContaining("Alibaba"),
        baseUrl: ORIGIN,
        credentials: {
          accessKeyId: expect.stringMatching(/^LTAImock[\da-f]{16}$/),
          accessKeySecret: expect.stringMatching(/^mock[\da-f]{26}$/),
        },
      },
      {
        id: "tencent",
        about: expect.any(String),
        baseUrl: ORIGIN,
        credentials: {
          secretId: expect.stringMatching(/^AKIDmock[\da-f]{28}$/),
          secretKey: expect.stringMatching(/^mock[\da-f]{28}$/),
          encryptionPublicKey: expect.stringMatching(/^LS0tLS1CRUdJTiBSU0EgUFVCTElDIEtFWS0tLS0t/),
        },
      },
      {
        id: "network-identity",
        about: expect.stringContaining("own reference wire"),
        baseUrl: `${ORIGIN}/network-identity`,
        credentials: {
          orgId: "00000099",
          appId: "0001",
          secret: expect.stringMatching(/^mock-secret-/),
          jwksUrl: `${ORIGIN}/network-identity/.well-known/jwks.json`,
          appPage: `${ORIGIN}/network-identity/app`,
        },
      },
      {
        id: "nppa",
        about: expect.stringContaining("games"),
        baseUrl: `${ORIGIN}/nppa`,
        credentials: {
          appId: expect.stringMatching(/^mock[\da-f]{28}$/),
          bizId: "1100000099",
          secretKey: expect.stringMatching(/^[\da-f]{32}$/),
          unlistedAppId: expect.stringMatching(/^mock/),
          disabledAppId: expect.stringMatching(/^mock/),
          unauthorisedAppId: expect.stringMatching(/^mock/),
          exhaustedAppId: expect.stringMatching(/^mock/),
        },
      },
    ]);
    expect(wires).toEqual(listed);
  });

  it("depends on the seed alone", () => {
    expect(catalogueOf("a")).toEqual(catalogueOf("a"));
    expect(catalogueOf("a").wires).not.toEqual(catalogueOf("b").wires);
  });

  it("gives every scenario and persona an id of its own", () => {
    const { scenarios, personas } = setUp().authority.catalogue(ORIGIN);
    const ids = [...scenarios, ...personas].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(scenarios.length).toBeGreaterThan(25);
  });
});

describe("the journal", () => {
  it("names the fields of a request and holds none of its values", async () => {
    const { authority, verify, get } = setUp();
    const response = await verify(CITIZEN);
    const { Response: answer } = (await response.json()) as { Response: { RequestId: string } };
    const journal = await (await get("/_mock/journal")).text();
    expect(JSON.parse(journal)).toEqual({
      entries: [
        {
          seq: 1,
          at: "2026-01-02T03:04:05.000Z",
          wire: "tencent",
          action: "PhoneVerification",
          status: "0",
          fields: ["id-document-number", "name", "mobile-number"],
          requestId: answer.RequestId,
        },
      ],
      dropped: 0,
    });
    expect(authority.journal()).toEqual(JSON.parse(journal));
    for (const value of Object.values(CITIZEN)) expect(journal).not.toContain(value);
  });

  it("does not repeat an action that the caller made up", async () => {
    const { authority, get } = setUp();
    await get("/", { method: "POST", headers: { "x-tc-action": "110000190101010001" } });
    expect(authority.journal().entries[0]?.action).toBe("unknown");
  });

  it("stays within its capacity", async () => {
    const { authority, verify } = setUp({ journalCapacity: 2 });
    await Promise.all(Array.from({ length: 5 }, () => verify(CITIZEN)));
    const { entries, dropped } = authority.journal();
    expect([entries.length, dropped]).toEqual([2, 3]);
  });

  it("is emptied by a reset, and is not told of the admin paths", async () => {
    const { authority, verify, get } = setUp();
    await verify(CITIZEN);
    await get("/_mock/catalogue");
    expect(authority.journal().entries).toHaveLength(1);
    expect((await get("/_mock/reset", { method: "POST" })).status).toBe(204);
    expect(authority.journal()).toEqual({ entries: [], dropped: 0 });
  });
});

describe("paths nobody answers", () => {
  it.each(["/", "/nothing", "/_mock", "/_mock/", "/_mock/other", "/_mocking", "/network-identityx"])(
    "are a 404 problem: GET %s",
    async (path) => {
      const response = await setUp().get(path);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(await response.json()).toEqual({
        type: "about:blank",
        title: "Not Found",
        status: 404,
        code: "not_found",
      });
    },
  );

  it.each([
    ["POST", "/_mock/catalogue", "GET"],
    ["DELETE", "/_mock/journal", "GET"],
    ["GET", "/_mock/reset", "POST"],
  ])("are a 405 problem: %s %s", async (method, path, allow) => {
    const response = await setUp().get(path, { method });
    expect(response.headers.get("allow")).toBe(allow);
    expect(await response.json()).toMatchObject({ status: 405, code: "method_not_allowed" });
  });
});
