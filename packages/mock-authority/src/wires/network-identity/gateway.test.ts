import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { createMockAuthority } from "../../authority.ts";
import { toExchange } from "../../exchange.ts";
import { PEOPLE } from "../../personas/people.ts";
import { createSeededRandom } from "../../seeded-random.ts";
import { makeAssertion } from "../../test-support/client-assertion.ts";
import { createFixedClock, FIXED_NOW } from "../../test-support/fixed-clock.ts";
import { problemOf } from "../../test-support/problem.ts";
import { BASE, createRelyingServer } from "../../test-support/relying-server.ts";
import { createGateway } from "./gateway.ts";
import { createRelyingParty } from "./relying-party.ts";
import { createResultSigner } from "./result-signer.ts";
import { createTransactions } from "./transactions.ts";

const PATH = "/v1/authentications";

function setUp(seed = "test") {
  const clock = createFixedClock();
  const authority = createMockAuthority({ seed, clock });
  const server = createRelyingServer(authority, clock);

  /** Approves in the app and gives the body the server would send. */
  async function approved(form: Readonly<Record<string, string>> = {}) {
    const bizSeq = server.nextBizSeq();
    const result = await server.approve({ bizSeq, ...form });
    expect(result["resultCode"]).toBe("C0000000");
    const { idCardAuthData = "", certPwdData } = result;
    const data = certPwdData === undefined ? { idCardAuthData } : { idCardAuthData, certPwdData };
    return {
      orgCode: "00000099",
      appId: "0001",
      bizSeq,
      authMode: certPwdData === undefined ? "R01" : "R02",
      ...data,
    };
  }

  return { clock, authority, server, approved };
}

async function claimsOf(response: Response) {
  expect(response.status).toBe(200);
  const { result } = (await response.json()) as { result: string };
  return { jws: result, claims: decodeJwt(result) };
}

const ACTIVE_PASSWORD = "13572461";

describe("an authentication", () => {
  it("states the result as a JWS that the published key verifies", async () => {
    const { authority, clock, server, approved } = setUp();
    const request = await approved();
    const { jws } = await claimsOf(await server.post(PATH, request));
    const keys = createRemoteJWKSet(new URL(`${BASE}/.well-known/jwks.json`), {
      [customFetch]: (url: string) => authority.fetch(new Request(url)),
    });
    const { payload, protectedHeader } = await jwtVerify(jws, keys, {
      issuer: BASE,
      audience: "00000099",
      typ: "network-identity-result+jwt",
      algorithms: ["ES256"],
      currentDate: new Date(clock.now()),
    });
    expect(protectedHeader.kid).toMatch(/^[\w-]{43}$/);
    expect(payload).toEqual({
      iss: BASE,
      aud: "00000099",
      iat: FIXED_NOW / 1000,
      exp: FIXED_NOW / 1000 + 120,
      jti: expect.any(String),
      biz_seq: request.bizSeq,
      auth_mode: "R01",
      verified: true,
      result_code: "PASS",
      service_time: "2026-01-02T11:04:05+08:00",
      service_type: "authentication",
      sub: expect.stringMatching(/^[\dA-F]{40}$/),
    });
  });

  it.each(
    createMockAuthority()
      .catalogue("")
      .scenarios.filter(({ wire }) => wire === "network-identity"),
  )("$id answers $answer", async ({ request: { authMode = "", ...form }, answer }) => {
    const { server, approved } = setUp();
    const request = await approved({ ...form, type: authMode === "R02" ? "1" : "0" });
    const { claims } = await claimsOf(await server.post(PATH, request));
    expect(claims).toMatchObject({ auth_mode: authMode, result_code: answer, verified: answer === "PASS" });
    expect("sub" in claims).toBe(answer === "PASS");
  });

  it("gives one person the same identifier every time, and another person another", async () => {
    const { server, approved } = setUp();
    const subjects: unknown[] = [];
    for (const persona of ["citizen-1", "citizen-2", "citizen-1"]) {
      // oxlint-disable-next-line no-await-in-loop -- the order of the transactions is the point
      const { claims } = await claimsOf(await server.post(PATH, await approved({ persona })));
      subjects.push(claims.sub);
    }
    expect(subjects[0]).toBe(subjects[2]);
    expect(subjects[0]).not.toBe(subjects[1]);
  });

  it("is a mismatch with data of another transaction, of another kind, or made up", async () => {
    const { server, approved } = setUp();
    const other = await approved();
    const withPassword = { type: "1", password: ACTIVE_PASSWORD };
    const requests = [
      { ...(await approved()), idCardAuthData: other.idCardAuthData },
      { ...(await approved()), idCardAuthData: "made up" },
      { ...(await approved(withPassword)), certPwdData: "made up" },
      { ...(await approved()), authMode: "R02", certPwdData: "never issued" },
      { ...(await approved(withPassword)), authMode: "R01", certPwdData: undefined },
    ];
    for (const request of requests) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, like a caller
      const { claims } = await claimsOf(await server.post(PATH, request));
      expect(claims).toMatchObject({ result_code: "MISMATCH", verified: false });
    }
  });

  it("notes that a credential was there, and no value of it", async () => {
    const { authority, server, approved } = setUp();
    const request = await approved();
    await server.post(PATH, request);
    const { entries } = authority.journal();
    expect(entries.at(-1)).toMatchObject({
      wire: "network-identity",
      action: "authenticate",
      status: "PASS",
      fields: ["network-identity-credential"],
    });
    expect(JSON.stringify(entries)).not.toContain(request.idCardAuthData);
    expect(JSON.stringify(entries)).not.toContain(request.bizSeq);
  });
});

describe("a transaction", () => {
  it("is used once", async () => {
    const { server, approved } = setUp();
    const request = await approved();
    expect((await server.post(PATH, request)).status).toBe(200);
    const again = await server.post(PATH, request);
    expect(again.status).toBe(409);
    expect(await problemOf(again)).toMatchObject({ code: "transaction_used" });
  });

  it("is used up by a mismatch as well", async () => {
    const { server, approved } = setUp();
    const request = await approved();
    expect((await server.post(PATH, { ...request, idCardAuthData: "guess" })).status).toBe(200);
    expect((await server.post(PATH, request)).status).toBe(409);
  });

  it("expires 300 seconds after the approval", async () => {
    const { server, clock, approved } = setUp();
    const [early, late] = [await approved(), await approved()];
    clock.advance(300_000);
    expect((await server.post(PATH, early)).status).toBe(200);
    clock.advance(1);
    const response = await server.post(PATH, late);
    expect(response.status).toBe(410);
    expect(await problemOf(response)).toMatchObject({ code: "transaction_expired" });
  });

  it("is forgotten by a reset", async () => {
    const { authority, server, approved } = setUp();
    const request = await approved();
    authority.reset();
    expect((await server.post(PATH, request)).status).toBe(404);
  });
});

describe("a transaction of another relying party", () => {
  const clock = createFixedClock();
  const random = createSeededRandom("test");
  const transactions = createTransactions(clock);
  const [person] = PEOPLE;
  const party = createRelyingParty(random);
  const gateway = createGateway({ party, transactions, signer: createResultSigner(), random, clock });
  const bizSeq = "b".repeat(32);

  /** A signed request at the gateway itself, behind the authority. */
  async function send(body: string, jti: string) {
    const iat = FIXED_NOW / 1000;
    const claims = { iss: party.orgId, sub: party.orgId, aud: BASE, iat, exp: iat + 60, jti };
    const authorization = `Bearer ${makeAssertion({ secret: party.secret, body, claims })}`;
    const headers = { "content-type": "application/json", authorization };
    return toExchange(new Request(`${BASE}${PATH}`, { method: "POST", headers, body }));
  }

  it.each([
    ["organisation", { orgId: "00000001", appId: party.appId }],
    ["app", { orgId: party.orgId, appId: "0002" }],
  ])("is unknown to this one: another %s", async (what, owner) => {
    if (person === undefined) throw new Error("the mock has no people");
    const issued = {
      bizSeq,
      ...owner,
      person,
      idCardAuthData: "data",
      passwordRight: false,
      approvedAt: FIXED_NOW,
    };
    transactions.keep(issued);
    const request = {
      orgCode: party.orgId,
      appId: party.appId,
      bizSeq,
      authMode: "R01",
      idCardAuthData: "data",
    };
    const outcome = await gateway.authenticate(await send(JSON.stringify(request), what), BASE);
    expect(outcome).toMatchObject({ status: 404, code: "unknown_transaction" });
  });

  it("has no result for this one to ask for", async () => {
    if (person === undefined) throw new Error("the mock has no people");
    const result = { authMode: "R01", resultCode: "PASS", decidedAt: FIXED_NOW } as const;
    const owner = { orgId: "00000001", appId: "0001" };
    const issued = {
      bizSeq,
      ...owner,
      person,
      idCardAuthData: "data",
      passwordRight: false,
      approvedAt: FIXED_NOW,
    };
    transactions.keep({ ...issued, result });
    const outcome = await gateway.askAgain(await send("{}", "again"), { base: BASE, bizSeq });
    expect(outcome).toMatchObject({ status: 404, code: "unknown_transaction" });
  });
});

describe("asking again for a result", () => {
  it("states the same result in a fresh JWS", async () => {
    const { server, clock, approved } = setUp();
    const request = await approved();
    const first = await claimsOf(await server.post(PATH, request));
    clock.advance(3_600_000);
    const second = await claimsOf(await server.post(`${PATH}/${request.bizSeq}/result`, {}));
    const { iat, exp, jti, ...same } = first.claims;
    expect(second.claims).toMatchObject(same);
    expect(second.claims.iat).toBe(Number(iat) + 3600);
    expect(second.claims.exp).toBe(Number(exp) + 3600);
    expect(second.claims.jti).not.toBe(jti);
  });

  it("answers 404 while there is no result", async () => {
    const { server, approved } = setUp();
    const { bizSeq } = await approved();
    const response = await server.post(`${PATH}/${bizSeq}/result`, {});
    expect(await problemOf(response)).toMatchObject({ status: 404, code: "unknown_transaction" });
  });

  it("takes an empty object only, and only from an authenticated client", async () => {
    const { server } = setUp();
    const path = `${PATH}/${"0".repeat(32)}/result`;
    expect((await server.post(path, { extra: 1 })).status).toBe(400);
    expect((await server.post(path, "")).status).toBe(400);
    expect((await server.post(path, {}, { secret: "other" })).status).toBe(401);
  });
});
