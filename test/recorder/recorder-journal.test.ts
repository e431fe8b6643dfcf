import {
  type Consent,
  type ConsentRecord,
  createConsent,
  defineApp,
  definePurpose,
  generateKeys,
} from "@shiming/consent";
import { createRecorder, type Recorder } from "@shiming/consent/recorder";
import { type FakeClock, fakeClock, providerContext } from "@shiming/contract-tests";
import { type RunningMockAuthority, startMockAuthority } from "@shiming/mock-authority/node";
import { createMemoryStore } from "@shiming/store-memory";
import { tencent } from "@shiming/tencent";
import { createVerifier, type Provider, type Verifier } from "shiming";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const text = (value: string) => ({ en: value, zh: value });
const SUBJECT = "account-7c1e";
/** A preset citizen of the mock authority. */
const check = { kind: "resident-id", name: "某一一", idNumber: "110000190101010001" } as const;

const app = defineApp({
  id: "example.test",
  type: "online-community",
  name: text("Test"),
  handler: { name: text("Test"), contact: "privacy@example.com" },
});
const register = definePurpose({
  id: "register",
  title: text("Register"),
  why: text("Real identity"),
  required: ["name", "id-document-number"],
  basis: { article: "13.3", legalRef: "CSL 26" },
  realName: { service: "information-publishing" },
  retention: text("six months"),
  effect: text("none"),
  recipients: [{ id: "tencent", name: text("Tencent"), contact: "privacy@example.com", role: "processor" }],
});

let clock: FakeClock;
let mock: RunningMockAuthority;
let recorder: Recorder;
let consent: Consent;
let provider: Provider;
let verifier: Verifier;

beforeEach(async () => {
  clock = fakeClock();
  mock = await startMockAuthority({ seed: "recorder", clock, journalCapacity: 2 });
  recorder = createRecorder({ clock });
  const store = createMemoryStore({ clock });
  const keys = generateKeys();
  consent = recorder.watch(createConsent({ app, store, keys, clock }));
  const { baseUrl, credentials } = mock.authority.wire("tencent", mock.url);
  provider = tencent({ ...credentials, baseUrl });
  verifier = createVerifier({ providers: [provider], consent, store, keys, clock });
});
afterEach(async () => {
  await verifier.close();
  await mock.close();
});

/** The person agrees in front of the notice. */
async function agree(service: Consent = consent): Promise<ConsentRecord> {
  const notice = service.notice(register, "en");
  return service.record({ purpose: register, subject: SUBJECT, notice, decision: "given" });
}

/** What an app must do: ask the engine, which asks the guard. */
async function verify(): Promise<string> {
  const outcome = await verifier.verify(check, { grant: await consent.grant(register, SUBJECT) });
  return outcome.status;
}

/** What an app must not do: go round the guard. */
async function callDirectly(): Promise<void> {
  const context = providerContext({ clock });
  await provider.verify(context.sealFor(check), context);
}

async function readJournal(): Promise<void> {
  await recorder.readJournal(mock.url, { fetch });
}

describe("the journal of a mock authority, over HTTP", () => {
  it("has nothing against a run in which the act came first", async () => {
    await agree();
    clock.advance(1000);

    expect(await verify()).toBe("match");
    await readJournal();
    recorder.assertNothingBeforeConsent();
    expect(mock.authority.journal().entries).toHaveLength(1);
  });

  it("fails a run in which a call came before the act, and names the fields", async () => {
    await callDirectly();
    clock.advance(1000);
    await agree();
    await readJournal();

    expect(() => recorder.assertNothingBeforeConsent()).toThrow(
      [
        "personal data were used without consent:",
        "- id-document-number: sent to tencent by IdCardVerification at 2026-11-22T04:00:00.000Z: the act came only at 2026-11-22T04:00:01.000Z (purpose register)",
        "- name: sent to tencent by IdCardVerification at 2026-11-22T04:00:00.000Z: the act came only at 2026-11-22T04:00:01.000Z (purpose register)",
      ].join("\n"),
    );
  });

  it("fails a run in which a call came after the withdrawal", async () => {
    const { id } = await agree();
    await verify();
    clock.advance(1000);
    await consent.withdraw(id);
    clock.advance(1000);
    await callDirectly();
    await readJournal();

    expect(recorder.uncovered().map(({ field, reason }) => [field, reason])).toEqual([
      ["id-document-number", "withdrawn"],
      ["name", "withdrawn"],
    ]);
  });

  it("fails a run in which a call came before the act while the clock stood still", async () => {
    await callDirectly();
    await readJournal();
    await agree();
    await readJournal();

    expect(recorder.uncovered()).toMatchObject([
      { field: "id-document-number", reason: "act-came-later" },
      { field: "name", reason: "act-came-later" },
    ]);
  });

  it("keeps what it has found when the mock is reset and its journal is read again", async () => {
    await callDirectly();
    await readJournal();
    mock.authority.reset();
    clock.advance(1000);
    await agree();
    await verify();
    await readJournal();

    expect(recorder.uncovered()).toMatchObject([
      { field: "id-document-number", reason: "act-came-later" },
      { field: "name", reason: "act-came-later" },
    ]);
  });

  it("goes on where it was when the journal has dropped only what was read", async () => {
    await agree();
    await verify();
    await readJournal();
    for (let call = 0; call < 2; call += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await callDirectly();
    }
    await readJournal();

    recorder.assertNothingBeforeConsent();
    expect(mock.authority.journal().dropped).toBe(1);
  });

  it("says nothing when the journal has dropped what it should say", async () => {
    await agree();
    for (let call = 0; call < 3; call += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await verify();
    }

    await expect(readJournal()).rejects.toThrow(/dropped its oldest 1 entries/);
  });

  it("refuses an address that has no journal", async () => {
    await expect(recorder.readJournal(`${mock.url}/elsewhere`, { fetch })).rejects.toThrow(/status/);
  });
});
