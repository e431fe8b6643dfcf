import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKeys } from "@shiming/consent";
import { type ConsentGrant, type Outcome, ProviderError, type Store } from "@shiming/contract";
import { everyTextOf, sightings } from "@shiming/contract-tests";
import { type RunningMockAuthority, startMockAuthority } from "@shiming/mock-authority/node";
import { createBizSeq, networkIdentity } from "@shiming/network-identity";
import { openSqliteStore } from "@shiming/store-sqlite";
import { tencent } from "@shiming/tencent";
import { createVerifier, type Verifier } from "shiming";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { consented } from "../support/consented.ts";
import { BAD_DAYS, startEchoingServer } from "./echoing-server.ts";
import { observe } from "./observed.ts";

/** One preset citizen as canary; the wrong name is the canary of the mismatch. */
const person = { phone: "16400000008", name: "某一八", idNumber: "110000190101040016" } as const;
const WRONG_NAME = "某零八";
const SUBJECT = "subject-canary-4711";
const SECRET_KEY = "secret-key-canary-4711";

/** Values that must never be seen where they do not belong, by what they are. */
const canaries = { ...person, wrongName: WRONG_NAME, subject: SUBJECT, secretKey: SECRET_KEY };

const FIELDS = ["mobile-number", "name", "id-document-number"] as const;
type Grant = ConsentGrant<(typeof FIELDS)[number]>;

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

interface World {
  readonly verifier: Verifier;
  readonly grant: Grant;
  readonly withdraw: () => Promise<void>;
}

async function world(baseUrl: string, secretKey: string): Promise<World> {
  const { secretId } = mock.authority.wire("tencent", mock.url).credentials;
  const keys = generateKeys();
  const { consent, record, grant } = await consented({
    store,
    keys,
    fields: FIELDS,
    recipient: "tencent",
    subject: SUBJECT,
  });
  const provider = tencent({ secretId, secretKey, baseUrl, transport: { headersTimeoutMs: 1000 } });
  const verifier = createVerifier({
    providers: [provider],
    consent,
    store,
    keys,
    receipts: { issuer: "https://app.example", audience: "https://app.example" },
  });
  return { verifier, grant, withdraw: async () => consent.withdraw(record.id) };
}

const mockSecret = (): string => mock.authority.wire("tencent", mock.url).credentials.secretKey;

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
  /** Of the requests that were made. */
  readonly urls: readonly string[];
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
    error: everyTextOf(error),
  };
  await store.close();
  const leaks = Object.entries({ ...places, files: filesOf() }).flatMap(([place, shown]) =>
    sightings(shown, { ...canaries, mockSecret: mockSecret() }).map((seenHere) => `${place}: ${seenHere}`),
  );
  return {
    urls,
    leaks,
    ...(outcome === undefined ? {} : { outcome }),
    ...(error === undefined ? {} : { error }),
  };
}

describe("no personal value and no secret comes out of", () => {
  it("a match", async () => {
    const { verifier, grant } = await world(mock.url, mockSecret());
    const { outcome, urls, leaks } = await seen(async () =>
      verifier.verify({ kind: "phone", ...person }, { grant, idempotencyKey: SUBJECT }),
    );

    expect(outcome).toMatchObject({ status: "match", receipt: expect.any(String) });
    expect(urls).toEqual([`${mock.url}/`]);
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
    expect([...leaks, ...sightings(JSON.stringify(outcome), { idNumber })]).toEqual([]);
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

  it.each(BAD_DAYS)("$title", async (day) => {
    const server = await startEchoingServer(day);
    const { verifier, grant } = await world(server.url, SECRET_KEY);
    const { outcome, error, leaks } = await seen(async () =>
      verifier.verify({ kind: "phone", ...person }, { grant }),
    );
    await server.close();

    expect(outcome?.status ?? error).toSatisfy(
      (ending) => ending === day.ending || (ending instanceof ProviderError && ending.code === day.ending),
    );
    for (const value of Object.values(person)) expect(server.received.join("")).toContain(value);
    expect(leaks).toEqual([]);
  });

  it("a gateway of the network identity that quotes the credential", async () => {
    const { credentials } = mock.authority.wire("network-identity", mock.url);
    const blobs = { idCardAuthData: "id-card-auth-data-canary", certPwdData: "cert-pwd-data-canary" };
    const server = await startEchoingServer({
      fail: (body, response) => {
        const problem = JSON.stringify({
          type: "about:blank",
          title: body,
          status: 400,
          code: body,
          detail: body,
        });
        response.writeHead(400, { "content-type": "application/problem+json" }).end(problem);
      },
    });
    const keys = generateKeys();
    const { consent, grant } = await consented({
      store,
      keys,
      fields: ["network-identity-credential"],
      recipient: "network-identity",
      subject: SUBJECT,
    });
    const provider = networkIdentity({ ...credentials, baseUrl: server.url });
    const verifier = createVerifier({ providers: [provider], consent, store, keys });
    const check = { kind: "network-identity", bizSeq: createBizSeq(), mode: "R02", ...blobs } as const;
    const { error, leaks } = await seen(async () => verifier.verify(check, { grant }));
    await server.close();

    expect(error).toMatchObject({ code: "REJECTED" });
    for (const value of Object.values(blobs)) expect(server.received.join("")).toContain(value);
    expect([...leaks, ...sightings(everyTextOf(error) + filesOf(), blobs)]).toEqual([]);
  });
});

it("keeps no app-scoped identifier in the clear, and gives it back under the idempotency key", async () => {
  const { baseUrl, credentials } = mock.authority.wire("network-identity", mock.url);
  const { orgId, appId, secret, appPage } = credentials;
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
  const { consent, grant } = await consented({
    store,
    keys,
    fields: ["network-identity-credential"],
    recipient: "network-identity",
    subject: SUBJECT,
  });
  const provider = networkIdentity({ orgId, appId, secret, baseUrl });
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
  expect([...leaks, ...sightings(filesOf(), { subject, idCardAuthData, secret })]).toEqual([]);
});
