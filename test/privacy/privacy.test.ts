import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConsent, defineApp, definePurpose, generateKeys } from "@shiming/consent";
import type { ConsentGrant, Outcome, Store } from "@shiming/contract";
import { type RunningMockAuthority, startMockAuthority } from "@shiming/mock-authority/node";
import { createBizSeq, networkIdentity } from "@shiming/network-identity";
import { openSqliteStore } from "@shiming/store-sqlite";
import { tencent } from "@shiming/tencent";
import { createVerifier, type Verifier } from "shiming";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Canaries, facesOf, sightings } from "./canaries.ts";
import { BAD_DAYS, startEchoingServer } from "./echoing-server.ts";
import { observe } from "./observed.ts";

/** One preset citizen as canary; the wrong name is the canary of the mismatch. */
const person = { phone: "16400000008", name: "某一八", idNumber: "110000190101040016" } as const;
const WRONG_NAME = "某零八";
const SUBJECT = "subject-canary-4711";
const SECRET_KEY = "secret-key-canary-4711";

const canaries: Canaries = { ...person, wrongName: WRONG_NAME, subject: SUBJECT, secretKey: SECRET_KEY };
const text = (value: string) => ({ en: value, zh: value });

const app = defineApp({
  id: "privacy.test",
  type: "online-community",
  name: text("Privacy test"),
  handler: { name: text("Privacy test"), contact: "privacy@example.com" },
});
const register = definePurpose({
  id: "register",
  title: text("Register"),
  why: text("Real identity"),
  effect: text("None"),
  required: ["mobile-number", "name", "id-document-number"],
  basis: { article: "13.3", legalRef: "CSL 26" },
  retention: text("six months"),
  recipients: [
    { id: "tencent", name: text("Tencent Cloud"), contact: "https://cloud.tencent.com", role: "processor" },
  ],
});
const byNetworkIdentity = definePurpose({
  ...register,
  id: "register-by-network-identity",
  required: ["network-identity-credential"],
  optional: [],
  recipients: [
    { id: "network-identity", name: text("Service"), contact: "https://www.cac.gov.cn", role: "handler" },
  ],
});
type Grant = ConsentGrant<"mobile-number" | "name" | "id-document-number">;

let mock: RunningMockAuthority;
let folder: string;
let store: Store;

beforeAll(async () => {
  mock = await startMockAuthority({ seed: "privacy" });
});
afterAll(async () => mock.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shiming-privacy-"));
  store = openSqliteStore({ path: join(folder, "store.db") });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function world(
  baseUrl: string,
  secret: string,
): Promise<{ verifier: Verifier; grant: Grant; recordId: string; withdraw: () => Promise<void> }> {
  const credentials = mock.authority
    .catalogue(mock.url)
    .wires.find(({ id }) => id === "tencent")?.credentials;
  const keys = generateKeys();
  const consent = createConsent({ app, store, keys });
  const notice = consent.notice(register, "en");
  const record = await consent.record({ purpose: register, subject: SUBJECT, notice, decision: "given" });
  const provider = tencent({
    secretId: String(credentials?.["secretId"]),
    secretKey: secret,
    baseUrl,
    transport: { headersTimeoutMs: 1000 },
  });
  const verifier = createVerifier({
    providers: [provider],
    consent,
    store,
    keys,
    receipts: { issuer: "https://app.example", audience: "https://app.example" },
  });
  const grant = await consent.grant(register, SUBJECT);
  return { verifier, grant, recordId: record.id, withdraw: async () => consent.withdraw(record.id) };
}

const mockSecret = (): string =>
  String(
    mock.authority.catalogue(mock.url).wires.find(({ id }) => id === "tencent")?.credentials["secretKey"],
  );

/** Every byte that the store has put on the disk, the write-ahead log included. */
const filesOf = (): string =>
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file)).toString("utf8"))
    .join("\n");

/** The parts of a receipt as its reader sees them. */
const readable = (jws: string | undefined): string =>
  (jws ?? "")
    .split(".")
    .map((part) => Buffer.from(part, "base64url").toString("utf8"))
    .join("\n");

interface Seen {
  readonly outcome?: Outcome;
  readonly error?: unknown;
  readonly leaks: readonly string[];
}

/** Does one verification and looks everywhere. */
async function seen(work: () => Promise<Outcome>): Promise<Seen> {
  let outcome: Outcome | undefined;
  let error: unknown;
  const { output, urls } = await observe(async () => {
    try {
      outcome = await work();
    } catch (thrown) {
      error = thrown;
    }
  });
  const places: Readonly<Record<string, string>> = {
    output,
    urls: urls.join("\n"),
    journal: JSON.stringify(mock.authority.journal()),
    outcome: JSON.stringify(outcome ?? null),
    receipt: readable(outcome?.receipt),
    ...(error === undefined ? {} : facesOf(error)),
  };
  await store.close();
  const leaks = Object.entries({ ...places, files: filesOf() }).flatMap(([place, shown]) =>
    sightings(place, shown, { ...canaries, mockSecret: mockSecret() }),
  );
  return { leaks, ...(outcome === undefined ? {} : { outcome }), ...(error === undefined ? {} : { error }) };
}

describe("no personal value and no secret comes out of", () => {
  it("a match", async () => {
    const { verifier, grant } = await world(mock.url, mockSecret());
    const { outcome, leaks } = await seen(async () =>
      verifier.verify({ kind: "phone", ...person }, { grant, idempotencyKey: SUBJECT }),
    );

    expect(outcome).toMatchObject({ status: "match", receipt: expect.any(String) });
    expect(leaks).toEqual([]);
  });

  it("a mismatch", async () => {
    const { verifier, grant } = await world(mock.url, mockSecret());
    const { outcome, leaks } = await seen(async () =>
      verifier.verify({ kind: "phone", ...person, name: WRONG_NAME }, { grant }),
    );

    expect(outcome?.status).toBe("mismatch");
    expect(leaks).toEqual([]);
  });

  it("a number that cannot be right", async () => {
    const { verifier, grant } = await world(mock.url, mockSecret());
    const idNumber = person.idNumber.replace(/.$/, "7");
    const { outcome, leaks } = await seen(async () =>
      verifier.verify({ kind: "phone", ...person, idNumber }, { grant }),
    );

    expect(outcome).toMatchObject({ status: "invalid", problems: [{ field: "id-document-number" }] });
    expect([...leaks, ...sightings("outcome", JSON.stringify(outcome), { idNumber })]).toEqual([]);
  });

  it("a call that is not a check", async () => {
    const { verifier, grant } = await world(mock.url, mockSecret());
    const { error, leaks } = await seen(async () =>
      verifier.verify({ kind: "phone", ...person, [person.name]: person.idNumber }, { grant }),
    );

    expect(error).toMatchObject({ code: "INVALID_INPUT" });
    expect(leaks).toEqual([]);
  });

  it.each([
    ["forged", async () => ({ ...person }) as unknown as Grant, "CONSENT_REQUIRED"],
    [
      "withdrawn",
      async ({ grant, withdraw }: { grant: Grant; withdraw: () => Promise<void> }) => {
        await withdraw();
        return grant;
      },
      "CONSENT_WITHDRAWN",
    ],
  ] as const)("a refusal because the grant is %s", async (_why, grantOf, code) => {
    const made = await world(mock.url, mockSecret());
    const grant = await grantOf(made);
    const { error, leaks } = await seen(async () =>
      made.verifier.verify({ kind: "phone", ...person }, { grant }),
    );

    expect(error).toMatchObject({ code });
    expect(leaks).toEqual([]);
  });

  it("a refused signature", async () => {
    const { verifier, grant } = await world(mock.url, SECRET_KEY);
    const { error, leaks } = await seen(async () => verifier.verify({ kind: "phone", ...person }, { grant }));

    expect(error).toMatchObject({ code: "MISCONFIGURED" });
    expect(leaks).toEqual([]);
  });

  it.each(Object.entries(BAD_DAYS))("%s", async (_day, bad) => {
    const server = await startEchoingServer(bad);
    const { verifier, grant } = await world(server.url, SECRET_KEY);
    const { outcome, error, leaks } = await seen(async () =>
      verifier.verify({ kind: "phone", ...person }, { grant }),
    );
    await server.close();

    expect(outcome?.status ?? error).toSatisfy((ending) => ending === "in-doubt" || ending instanceof Error);
    expect(leaks).toEqual([]);
  });
});

it("keeps no app-scoped identifier in the clear, and gives it back under the idempotency key", async () => {
  const wire = mock.authority.catalogue(mock.url).wires.find(({ id }) => id === "network-identity");
  const { orgId = "", appId = "", secret = "", appPage = "" } = wire?.credentials ?? {};
  const bizSeq = createBizSeq();
  const form = { orgID: orgId, appID: appId, bizSeq, type: "0", persona: "citizen-1", action: "approve" };
  const handOver = await fetch(appPage, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams(form),
  });
  // The mock's own answer.
  const { idCardAuthData } = (await handOver.json()) as { idCardAuthData: string };
  const check = { kind: "network-identity", bizSeq, mode: "R01", idCardAuthData } as const;
  const keys = generateKeys();
  const consent = createConsent({ app, store, keys });
  const notice = consent.notice(byNetworkIdentity, "en");
  await consent.record({ purpose: byNetworkIdentity, subject: SUBJECT, notice, decision: "given" });
  const grant = await consent.grant(byNetworkIdentity, SUBJECT);
  const provider = networkIdentity({ orgId, appId, secret, baseUrl: wire?.baseUrl ?? "" });
  const verifier = createVerifier({ providers: [provider], consent, store, keys });
  const ask = async () => verifier.verify(check, { grant, idempotencyKey: "once" });

  const first = await ask();
  const again = await ask();
  const subject = first.status === "match" ? (first.attributes?.["network-identity-subject"] ?? "") : "";
  const { leaks } = await seen(ask);

  expect(subject).toMatch(/^[0-9A-F]{40}$/);
  expect(again).toMatchObject({
    attributes: { "network-identity-subject": subject },
    charge: { charged: "no" },
  });
  expect([...leaks, ...sightings("files", filesOf(), { subject, idCardAuthData, secret })]).toEqual([]);
});

describe("the lookout itself", () => {
  it("sees a value in every disguise it knows", () => {
    const shown = [
      person.name,
      encodeURIComponent(person.name),
      JSON.stringify(person.name).replaceAll(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`),
      Buffer.from(person.name).toString("base64url"),
    ];

    expect(shown.flatMap((one) => sightings("here", one, { name: person.name }))).toEqual(
      Array(4).fill("here: name"),
    );
  });

  it("sees what hides in a cause", () => {
    const error = new Error("failed", { cause: { body: person.idNumber } });

    expect(sightings("inspect", facesOf(error)["inspect"] ?? "", { id: person.idNumber })).toEqual([
      "inspect: id",
    ]);
  });
});
