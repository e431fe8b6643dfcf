import assert from "node:assert/strict";
import { FAULTS, type Fault } from "../faults/faults.ts";
import type { Runner } from "../runner.ts";
import { assertCapableOf, assertDeclares, DECLARATIONS } from "./declaration.ts";
import { assertAborted, assertEnding } from "./ending.ts";
import { type Expectation, inWords } from "./expectation.ts";
import { assertShowsNone, everyTextOf, personalValues } from "./leaks.ts";
import { type Asked, observeAbort, observeCase, observeFault, type Observation } from "./observe.ts";
import type { ProviderCase, ProviderUnderTest, ResumeCase } from "./provider-under-test.ts";

/**
 * Proves that something is a provider: it answers its cases, says what it is, makes of every fault in {@link FAULTS}
 * what all providers make of it, stops when the caller stops, asks once and shows nothing.
 *
 * Throws a `TypeError` when there is no case, because nothing would be proved.
 *
 * @example
 * ```ts
 * import { describe, it } from "node:test";
 * import type { Provider } from "@shiming/contract";
 * import { testProvider } from "@shiming/contract-tests";
 *
 * declare function acme(options: { baseUrl: string; secretKey: string; timeoutMs: number }): Provider;
 *
 * testProvider(
 *   { describe, it },
 *   {
 *     name: "acme",
 *     create: (baseUrl, { timeoutMs }) => acme({ baseUrl, secretKey: "test-secret-key", timeoutMs }),
 *     baseUrl: () => "http://127.0.0.1:7700/acme",
 *     secrets: ["test-secret-key"],
 *     cases: [
 *       {
 *         title: "name and number agree",
 *         check: { kind: "resident-id", name: "某一一", idNumber: "110000190101010001" },
 *         expect: { status: "match", charged: "yes" },
 *       },
 *     ],
 *   },
 * );
 * ```
 */
export function testProvider(runner: Runner, suite: ProviderUnderTest): void {
  const { name, cases } = suite;
  if (cases.length === 0) throw new TypeError(`${name} has no cases: nothing would be proved`);
  runner.describe(`${name} is a provider: it`, () => {
    testDeclaration(runner, suite);
    for (const each of cases) testCase(runner, { suite, each });
    for (const probe of probesOf(suite)) {
      testCaution(runner, probe);
      for (const fault of FAULTS) testFault(runner, { probe, fault });
    }
  });
}

/** A call whose answer is of no interest, for a look at how it is made. */
interface Probe extends Asked {
  /** For titles. */
  readonly of: string;
}

/** The first case of each kind of check, and the first of each kind that can be resumed. */
function probesOf(suite: ProviderUnderTest): readonly Probe[] {
  const asked = suite.cases.map(({ check }): Probe => ({ suite, check, of: check.kind }));
  const resumed = suite.cases.flatMap(({ check, resume }): readonly Probe[] =>
    resume === undefined ? [] : [{ suite, check, handle: resume.handle, of: `${check.kind}, resumed` }],
  );
  return [...new Map([...asked, ...resumed].toReversed().map((probe) => [probe.of, probe])).values()];
}

/** What the provider says of itself. */
function testDeclaration({ it }: Runner, suite: ProviderUnderTest): void {
  for (const { title, holds } of DECLARATIONS) {
    it(title, async () => {
      const provider = suite.create(suite.baseUrl(), { timeoutMs: 1000 });
      try {
        holds(provider);
      } finally {
        await provider.close?.();
      }
    });
  }
}

/** What it makes of the authority's answer. */
function testCase(runner: Runner, { suite, each }: { suite: ProviderUnderTest; each: ProviderCase }): void {
  const { describe, it } = runner;
  const { title, check, expect, resume } = each;
  const seen = once(() => observeCase({ suite, check }));
  describe(`(${title})`, () => {
    it(inWords(expect), async () => assertEnding(await seen(), expect));
    it("declares that it can do this check", async () => assertCapableOf((await seen()).provider, check));
    it("opens each sealed part at most once", async () => {
      const { revealed } = await seen();
      const again = revealed.filter((sealed, index) => revealed.indexOf(sealed) < index);
      assert.deepEqual(
        again.map(({ field }) => field),
        [],
      );
    });
    it(SHOWS_NOTHING, async () => assertShowsNothing(await seen(), { suite, check }));
  });
  if (resume !== undefined) testResume(runner, { suite, each, resume, asked: seen });
}

/** What it makes of the authority's answer to a call that was made before. */
function testResume({ describe, it }: Runner, { suite, each, asked, resume }: Resumed): void {
  const { title, check } = each;
  const { handle, expect } = resume;
  const ask = async (): Promise<Observation> => {
    await asked();
    return observeCase({ suite, check, handle });
  };
  const seen = once(ask);
  describe(`(${title}, resumed)`, () => {
    it(inWords(expect), async () => assertEnding(await seen(), expect));
    it("opens nothing that is sealed", async () => {
      const { revealed } = await seen();
      assert.equal(revealed.length, 0);
    });
    it("gives the same answer when it is asked again", async () => {
      await seen();
      assertEnding(await ask(), expect);
    });
    it(SHOWS_NOTHING, async () => assertShowsNothing(await seen(), { suite, check }));
  });
}

interface Resumed {
  readonly suite: ProviderUnderTest;
  readonly each: ProviderCase;
  readonly resume: ResumeCase;
  /** Makes the call before, once. */
  readonly asked: () => Promise<unknown>;
}

/** What it makes of a fault. */
function testFault({ describe, it }: Runner, { probe, fault }: { probe: Probe; fault: Fault }): void {
  const seen = once(() => observeFault({ ...probe, fault: fault.name }));
  const expect = expectedOf(probe, fault);
  describe(`(${probe.of}, when ${fault.when})`, () => {
    it(inWords(expect), async () => assertEnding(await seen(), expect));
    it(fault.requests === 0 ? "reaches nobody" : "asks exactly once", async () => {
      assert.equal((await seen()).requests.length, fault.requests);
    });
    it(SHOWS_NOTHING, async () => assertShowsNothing(await seen(), probe));
  });
}

/** A fault says of a resumed call what it says of any other; what is in doubt stays so, under its handle. */
function expectedOf({ handle }: Probe, { expect }: Fault): Expectation {
  return "status" in expect && handle !== undefined ? { ...expect, handle } : expect;
}

/** What it does with the data and with the caller's signal. */
function testCaution({ describe, it }: Runner, probe: Probe): void {
  const sent = once(() => observeFault({ ...probe, fault: RECORDED }));
  const stoppedBefore = once(() => observeAbort({ ...probe, when: "before" }));
  const stoppedWaiting = once(() => observeAbort({ ...probe, when: "waiting" }));
  describe(`(${probe.of})`, () => {
    it("sends no personal value in the URL", async () => {
      const { requests } = await sent();
      assert.equal(requests.length, 1, "nothing was sent");
      for (const { target } of requests) assertShowsNone(target, personalValues(probe.check));
    });
    it("contacts only hosts that it declares", async () => {
      const { provider, requests } = await sent();
      assert.equal(requests.length, 1, "nothing was sent");
      for (const { host } of requests) assertDeclares(provider, host);
    });
    it("sends nothing when the caller has stopped before", async () => {
      const { ending, requests } = await stoppedBefore();
      assertAborted(ending);
      assert.equal(requests.length, 0);
    });
    it("stops waiting when the caller stops", async () => {
      const { ending, requests } = await stoppedWaiting();
      assertAborted(ending);
      assert.equal(requests.length, 1);
    });
    it("shows nothing of the caller's reason to stop", async () => {
      assertShowsNothing(await stoppedWaiting(), probe);
    });
  });
}

const SHOWS_NOTHING = "shows no personal value and no secret";

/** A fault under which the whole request is read, for a look at it. */
const RECORDED = "unavailable";

function assertShowsNothing({ ending }: Observation, { suite, check }: Asked): void {
  const secrets = (suite.secrets ?? []).map((secret, index) => [`secrets[${index}]`, secret]);
  const ended = "result" in ending ? ending.result : ending.error;
  assertShowsNone(everyTextOf(ended), { ...personalValues(check), ...Object.fromEntries(secrets) });
}

/** A call is looked at by several tests and made by the first of them. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
