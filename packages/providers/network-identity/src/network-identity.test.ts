import { inspect } from "node:util";
import type { NetworkIdentityCheck, Provider } from "@shiming/contract";
import { fakeClock, providerContext, type FakeClock, type TestContext } from "@shiming/contract-tests";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { networkIdentity } from "./network-identity.ts";
import type { NetworkIdentityOptions } from "./options.ts";
import { referenceWire } from "./reference-wire/reference-wire.ts";
import { JWKS_PATH, startGateway, type Answer, type Gateway } from "./test-support/gateway.ts";
import { OTHER } from "./test-support/keys.ts";
import { resultClaims, signResult, SUBJECT, type Claims, type SignOptions } from "./test-support/tokens.ts";
import type { NetworkIdentityWire } from "./wire.ts";
import { BIZ_SEQ, BLOB, NOW, ORG_ID, PASSWORD_BLOB, R01, R02, SECRET } from "./test-support/transaction.ts";

let gateway: Gateway;
let provider: Provider;
let clock: FakeClock;
let context: TestContext;

beforeEach(async () => {
  gateway = await startGateway();
  provider = make();
  clock = fakeClock(NOW);
  context = providerContext({ clock });
});

afterEach(async () => {
  // The gateway first: a provider lets what is under way end.
  await gateway[Symbol.asyncDispose]();
  await provider.close?.();
});

const make = (options: Partial<NetworkIdentityOptions> = {}): Provider =>
  networkIdentity({ orgId: ORG_ID, appId: "0001", secret: SECRET, baseUrl: gateway.url, ...options });

const verify = (check: NetworkIdentityCheck = R01) => provider.verify(context.sealFor(check), context);
const resume = async (handle = BIZ_SEQ) => provider.resume?.(handle, context);
const paths = (): readonly string[] => gateway.seen.map(({ method, path }) => `${method} ${path}`);

async function answerWith(claims: Claims = {}, options: SignOptions = {}): Promise<Answer> {
  return { body: { result: await signResult(resultClaims({ iss: gateway.url, ...claims }), options) } };
}

const MATCH = { status: "match", attributes: { "network-identity-subject": SUBJECT } };

describe("networkIdentity", () => {
  it("tells where the data go and what it can do", () => {
    expect(provider).toMatchObject({
      specificationVersion: 1,
      id: "network-identity",
      region: "CN",
      hosts: [new URL(gateway.url).host],
      capabilities: [
        {
          kind: "network-identity",
          fields: ["network-identity-credential"],
          modes: ["R01", "R02"],
          costMicros: 0,
        },
      ],
    });
  });

  it.each([R01, R02])("authenticates a transaction: $mode", async (check) => {
    gateway.answer = () => answerWith({ auth_mode: check.mode });

    expect(await verify(check)).toMatchObject(MATCH);
    expect(paths()).toEqual(["POST /v1/authentications", `GET ${JWKS_PATH}`]);
    expect(JSON.parse(gateway.seen[0]?.body ?? "")).toMatchObject({ bizSeq: BIZ_SEQ, authMode: check.mode });
  });

  it("fetches the keys once for many answers", async () => {
    gateway.answer = ({ body }) => answerWith({ biz_seq: (JSON.parse(body) as typeof R01).bizSeq });
    const many = Array.from({ length: 5 }, (_, index) => ({ ...R01, bizSeq: String(index).repeat(32) }));
    const results = await Promise.all(many.map((check) => provider.verify(context.sealFor(check), context)));

    expect(results.map(({ status }) => status)).toEqual(Array(5).fill("match"));
    expect(paths().filter((path) => path.startsWith("GET"))).toHaveLength(1);
  });

  it("follows the gateway to a new key", async () => {
    gateway.answer = () => answerWith();
    await verify();
    gateway.keys = [OTHER];
    gateway.answer = () => answerWith({}, { key: OTHER });

    expect(await resume()).toMatchObject(MATCH);
  });

  it("refuses the old key once the gateway has withdrawn it for ten minutes", async () => {
    gateway.answer = () => answerWith();
    await verify();
    gateway.keys = [OTHER];
    clock.advance(10 * 60_000);
    const iat = Math.floor(clock.now() / 1000);
    gateway.answer = () => answerWith({ iat, exp: iat + 120 });

    await expect(resume()).rejects.toMatchObject({ code: "SIGNATURE_INVALID" });
  });

  it("sends a transaction once, and tells its caller so the second time", async () => {
    gateway.answer = () => answerWith();
    await verify();

    await expect(verify()).rejects.toMatchObject({
      code: "REJECTED",
      retryable: false,
      charge: { charged: "no", basis: "nothing was sent" },
    });
    expect(paths().filter((path) => path === "POST /v1/authentications")).toHaveLength(1);
  });

  it("opens nothing for a transaction that it will not send", async () => {
    const claimed = providerContext({ clock, claimOnce: async () => false });

    await expect(provider.verify(claimed.sealFor(R01), claimed)).rejects.toMatchObject({ code: "REJECTED" });
    expect([claimed.revealed, gateway.seen]).toEqual([[], []]);
  });

  it("settles a lost answer by asking for it again", async () => {
    expect(await verify()).toMatchObject({ status: "in-doubt", handle: BIZ_SEQ });
    gateway.answer = () => answerWith();

    expect(await resume(BIZ_SEQ)).toMatchObject(MATCH);
    expect(paths().slice(0, 2)).toEqual([
      "POST /v1/authentications",
      `POST /v1/authentications/${BIZ_SEQ}/result`,
    ]);
  });

  it("settles an answer that it could not verify while the keys were out of reach", async () => {
    gateway.answer = () => answerWith();
    gateway.keyAnswer = () => ({ status: 503, body: {} });
    expect(await verify()).toMatchObject({ status: "in-doubt", handle: BIZ_SEQ });

    gateway.keyAnswer = undefined;
    expect(await resume()).toMatchObject(MATCH);
  });

  it("has a person look at an address that has no keys", async () => {
    gateway.answer = () => answerWith();
    gateway.keyAnswer = () => ({ status: 404, body: {} });

    await expect(verify()).rejects.toMatchObject({ code: "MISCONFIGURED", charge: { charged: "no" } });
  });

  it("claims a transaction by its number, for a day", async () => {
    const claims: unknown[] = [];
    const claimed = providerContext({ clock, claimOnce: async (...claim) => claims.push(claim) > 0 });
    await provider.verify(claimed.sealFor(R01), claimed);

    expect(claims).toEqual([[`network-identity/${BIZ_SEQ}`, NOW + 86_400_000]]);
  });

  it("says of a transaction that was turned away that it can be sent again at no cost", async () => {
    gateway.answer = () => ({ status: 429, body: {} });

    await expect(verify()).rejects.toMatchObject({
      code: "THROTTLED",
      retryable: true,
      charge: { charged: "no" },
    });
  });

  it("refuses a handle that is no number of a transaction, and sends nothing", async () => {
    await expect(resume("../../admin")).rejects.toMatchObject({ code: "INVALID_INPUT", path: "handle" });
    expect(gateway.seen).toEqual([]);
  });

  it("stops before anything when the caller has stopped", async () => {
    const stopped = providerContext({ clock, signal: AbortSignal.abort() });

    await expect(provider.verify(stopped.sealFor(R01), stopped)).rejects.toMatchObject({
      name: "AbortError",
    });
    await expect(provider.resume?.(BIZ_SEQ, stopped)).rejects.toMatchObject({ name: "AbortError" });
    expect([stopped.revealed, gateway.seen]).toEqual([[], []]);
    // The transaction has not been used up.
    expect(await stopped.claimOnce(`network-identity/${BIZ_SEQ}`, Infinity)).toBe(true);
  });

  it("stops waiting for the answer, or for the keys, when the caller stops", async () => {
    const waitingFor = async (path: string, handle: "verify" | "resume") => {
      const caller = new AbortController();
      const waiting = providerContext({ clock, signal: caller.signal });
      const held = Promise.withResolvers<Answer>();
      const stop = () => (caller.abort(), held.promise);
      if (path === JWKS_PATH) gateway.keyAnswer = stop;
      else gateway.answer = stop;
      return handle === "verify"
        ? provider.verify(waiting.sealFor(R01), waiting)
        : provider.resume?.(BIZ_SEQ, waiting);
    };
    const stopped = { name: "AbortError", message: "the caller stopped this call" };

    await expect(waitingFor("", "verify")).rejects.toMatchObject(stopped);
    await expect(waitingFor("", "resume")).rejects.toMatchObject(stopped);
    gateway.answer = () => answerWith();
    await expect(waitingFor(JWKS_PATH, "resume")).rejects.toMatchObject(stopped);
  });

  it("reads no answer of more than 64 kB", async () => {
    gateway.answer = () => ({ body: { result: "x".repeat(65_536) } });

    await expect(verify()).rejects.toMatchObject({
      code: "RESPONSE_INVALID",
      message: "network-identity authentication: the answer is too large",
    });
  });

  it("shows no opaque data, token or secret, whatever the gateway answers", async () => {
    const answers: readonly (() => Answer | Promise<Answer>)[] = [
      () => "lose",
      () => ({ body: { result: `${BLOB}.${PASSWORD_BLOB}.${SECRET}` } }),
      () => ({ status: 400, type: "application/problem+json", body: { code: BLOB, detail: PASSWORD_BLOB } }),
      () => answerWith({ exp: 1 }),
      () => answerWith({ auth_mode: "R02", result_code: BLOB, verified: false, sub: undefined }),
    ];
    for (const answer of answers) {
      gateway.answer = answer;
      const bizSeq = String(answers.indexOf(answer)).repeat(32);
      // One after the other: the gateway has one answer at a time.
      // oxlint-disable-next-line no-await-in-loop
      const ended: unknown = await provider
        .verify(context.sealFor({ ...R02, bizSeq }), context)
        .catch((error: unknown) => error);
      const shown = [inspect(ended, { depth: 9, showHidden: true }), JSON.stringify(ended)].join("\n");

      for (const canary of [BLOB, PASSWORD_BLOB, SECRET, SUBJECT, "eyJ"]) expect(shown).not.toContain(canary);
    }
    expect(inspect(provider, { depth: 9, showHidden: true })).not.toContain(SECRET);
  });

  it("has no way to ask again on a wire that has none", () => {
    const wire: NetworkIdentityWire = {
      build: (transaction, tools) => referenceWire.build(transaction, tools),
      read: (reply, asked, tools) => referenceWire.read(reply, asked, tools),
    };

    expect(make({ wire })).not.toHaveProperty("resume");
  });

  it("speaks the wire that it is given", async () => {
    const own = make({
      wire: {
        build: async ({ bizSeq }, { party }) => ({
          method: "POST",
          url: new URL(`${party.baseUrl}/own`),
          headers: {},
          body: bizSeq,
        }),
        read: async () => ({ status: "no-record", charge: { charged: "no", basis: "own" } }),
      },
    });

    expect(await own.verify(context.sealFor(R01), context)).toMatchObject({ status: "no-record" });
    expect(paths()).toEqual(["POST /own"]);
    await own.close?.();
  });
});
