import { createServer } from "node:http";
import { createConsent, defineApp } from "@shiming/consent";
import { type Check, type CheckKind, createSealer, type Provider, sealCheck } from "@shiming/contract";
import {
  everyTextOf,
  type Listening,
  listenOnLoopback,
  providerContext,
  sightings,
} from "@shiming/contract-tests";
import { createMemoryStore } from "@shiming/store-memory";
import { createBizSeq } from "@shiming/network-identity";
import { createVerifier, type Verifier } from "shiming";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keys, PROVIDERS } from "./adapters.ts";

/** A preset citizen of the test system of the national game real-name service. */
const person = { name: "某一一", idNumber: "110000190101010001" };
/** In a range that is not given to anyone. */
const phone = "16400000001";

/** One check of each kind, in the form that sends least. */
const CHECKS: Readonly<Record<CheckKind, Check>> = {
  phone: { kind: "phone", phone, ...person },
  "phone-possession": { kind: "phone-possession", token: "token-of-one-tap" },
  "resident-id": { kind: "resident-id", ...person },
  "credit-code": { kind: "credit-code", creditCode: "91350100M000100Y43", entityName: "某某科技有限公司" },
  "network-identity": {
    kind: "network-identity",
    bizSeq: createBizSeq(),
    mode: "R01",
    idCardAuthData: "credential-of-the-app",
  },
};

const VALUES = { ...person, phone, token: "token-of-one-tap", credential: "credential-of-the-app" };

let requests = 0;
let vendor: Listening;

beforeAll(async () => {
  vendor = await listenOnLoopback(
    createServer((_request, response) => {
      requests += 1;
      response.end("{}");
    }),
  );
});
afterAll(async () => vendor.close());
beforeEach(() => {
  requests = 0;
});

const providers = (): readonly Provider[] =>
  Object.values(PROVIDERS).map((construct) => construct(vendor.url));

/** What a call came to, whether it threw, rejected or answered. */
async function outcomeOf(call: () => unknown): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    return error;
  }
}

function verifierWithoutConsents(): Verifier {
  const store = createMemoryStore();
  const text = { en: "Test", zh: "测试" };
  const handler = { name: text, contact: "privacy@example.com" };
  const app = defineApp({ id: "example.test", type: "instant-messaging", name: text, handler });
  const consent = createConsent({ app, store, keys });
  return createVerifier({ providers: providers(), store, keys, consent });
}

/** What somebody without types, and without anybody's consent, can hand over as a grant. */
const GRANTS: readonly (readonly [what: string, grant: unknown])[] = [
  ["nothing", undefined],
  ["a boolean that says yes", true],
  ["an object that looks like a grant", { id: "grant-1", purposeId: "register", expiresAt: Infinity }],
];

/** The kinds that some adapter answers; the engine refuses any other before it looks at a grant. */
const OFFERED: ReadonlySet<CheckKind> = new Set(
  Object.values(PROVIDERS)
    .flatMap((construct) => construct("http://127.0.0.1:9").capabilities)
    .map(({ kind }) => kind),
);

describe("the engine, to whom nobody has agreed (GF-02, GF-14, GF-15)", () => {
  const cases = GRANTS.flatMap(([what, grant]) =>
    Object.values(CHECKS).map((check) => {
      const code = OFFERED.has(check.kind) ? "CONSENT_REQUIRED" : "UNSUPPORTED";
      return { what, grant, check, code };
    }),
  );

  it.each(cases)(
    "refuses $check.kind with $what, sends nothing and tells no value",
    async ({ grant, check, code }) => {
      const verifier = verifierWithoutConsents();
      // The types forbid exactly this.
      const error = await outcomeOf(() => verifier.verify(check, { grant: grant as never }));
      await verifier.close();

      expect(error).toMatchObject({ code });
      expect(sightings(everyTextOf(error), VALUES)).toEqual([]);
      expect(requests).toBe(0);
    },
  );

  it("has no other method that sends", async () => {
    const verifier = verifierWithoutConsents();
    expect(Object.keys(verifier).toSorted()).toEqual(["close", "resume", "verify"]);

    expect(await outcomeOf(() => verifier.resume("handle-1"))).toMatchObject({ code: "HANDLE_UNKNOWN" });
    await verifier.close();
    expect(requests).toBe(0);
  });
});

describe.each(Object.keys(PROVIDERS))("the adapter %s, called past the engine (GF-02)", (id) => {
  const construct = () => {
    const provider = PROVIDERS[id]?.(vendor.url);
    if (provider === undefined) throw new Error(`no adapter ${id}`);
    return provider;
  };

  it("has no method but those that the engine calls", () => {
    const provider = construct();
    const methods = Object.entries(provider).filter(([, part]) => typeof part === "function");
    expect(["close", "resume", "verify"]).toEqual(expect.arrayContaining(methods.map(([name]) => name)));
  });

  it("cannot open what another than its caller has sealed, and sends nothing", async () => {
    const provider = construct();
    const sealer = createSealer();
    const kinds = [...new Set(provider.capabilities.map(({ kind }) => kind))];
    const errors = await Promise.all(
      kinds.map((kind) =>
        outcomeOf(() => provider.verify(sealCheck(CHECKS[kind], sealer), providerContext())),
      ),
    );
    await provider.close?.();

    for (const error of errors) expect(error).toBeInstanceOf(Error);
    expect(errors.flatMap((error) => sightings(everyTextOf(error), VALUES))).toEqual([]);
    expect(requests).toBe(0);
  });
});
