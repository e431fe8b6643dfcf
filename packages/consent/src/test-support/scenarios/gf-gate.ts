import assert from "node:assert/strict";
import { everyTextOf } from "@shiming/contract-tests";
import { ConsentError, ShimingError, type Store } from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import { defineApp } from "../../app.ts";
import { evaluate } from "../../rules/evaluate.ts";
import type { RuleEvent } from "../../rules/event.ts";
import type { ConsentState } from "../../rules/model.ts";
import { community, register, SUBJECT } from "../community.ts";
import { countCalls } from "../counted-calls.ts";
import { ATTEMPTS, OPEN_TO_ALL, VALUE } from "../entry-points.ts";
import { collect, NOW, share, world } from "../rule-world.ts";
import type { Scenarios } from "../scenario.ts";
import { decide, service } from "../services.ts";

/** A preset citizen of the test system of the national game real-name service. */
const ID_NUMBER = "110000190101010001";

/** A store whose disk is gone. */
const BROKEN_STORE: Store = {
  get: async () => throwing(),
  commit: async () => throwing(),
  count: async () => throwing(),
  read: async () => throwing(),
  close: async () => undefined,
};

function throwing(): never {
  throw new Error(`disk failure near ${ID_NUMBER}`);
}

/** What a call came to, whether it threw, rejected or answered. */
async function outcomeOf(call: () => unknown): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    return error;
  }
}

/** GF-02, GF-08, GF-09 and GF-11 to GF-15. */
export const GF_GATE_SCENARIOS: Scenarios = {
  // The engine and the adapters: test/collection-rules/one-gate.test.ts.
  async "GF-02/1"(court) {
    const store = countCalls(createMemoryStore());
    const { consent } = service({ store: store.probed });
    assert.deepEqual(Object.keys(consent).toSorted(), Object.keys(ATTEMPTS).toSorted());
    let reads = 0;
    for (const [name, attempt] of Object.entries(ATTEMPTS)) {
      // oxlint-disable-next-line no-await-in-loop -- a call that lets something out is told by its name
      const outcome = await outcomeOf(() => attempt(consent, () => `${(reads += 1)}`));
      assert.ok(!everyTextOf(outcome).includes(VALUE), name);
      assert.ok(OPEN_TO_ALL.has(name) || outcome instanceof ShimingError, name);
    }
    assert.equal(reads, 0);
    assert.ok(!store.calls.includes("commit"));

    const event = collect(["mobile-number"]);
    court.denied(event, world(event, { consent: null }), "GATE_MISSING");
  },
  async "GF-08/1"(court) {
    const { consent } = service();
    await assert.rejects(consent.grant(register, SUBJECT), { code: "CONSENT_REQUIRED" });

    const event = collect(["mobile-number"]);
    const context = world(event, { consent: { state: "none" } });
    for (const profile of ["default", "cautious", "draft"] as const) {
      court.under(profile).denied(event, context, "CONSENT_MISSING");
      court.under(profile).flagged(event, context, "CONSENT_MISSING");
    }
    court.allowed(event, world(event));
  },
  "GF-09/1"(court) {
    // @ts-expect-error -- a caller without types leaves it out
    assert.throws(() => defineApp({ ...community, type: undefined }), { path: "app.type" });

    const event = collect(["location"]);
    const { appType: _type, ...context } = world(event);
    court.denied(event, context, "APP_TYPE_MISSING");
    const verdict = evaluate(event, context).verdicts.find(({ code }) => code === "APP_TYPE_MISSING");
    assert.match(verdict?.message ?? "", /appType/);
    court.allowed(event, world(event, { appType: "calculator" }));
  },
  async "GF-11/1"(court) {
    const { consent } = service();
    await decide(consent, register, { decision: "refused" });
    const form = { "mobile-number": VALUE };
    // @ts-expect-error -- there is no grant after a refusal
    const { data } = consent.collect(register, form, undefined);
    assert.deepEqual(data, {});

    const fields = ["location", "contacts"] as const;
    const closing: RuleEvent = { type: "service.refuse", featureId: "article", fields };
    const news = { appType: "news", feature: { fields: [] } };
    court.denied(closing, world(closing, news), "EXIT_ON_REFUSAL");
    const refusal = {
      type: "consent.decision",
      fields,
      choice: "refuse",
      initialState: "unchecked",
      act: "press-refuse",
      actor: "user",
    } as const;
    court.denied({ ...refusal, afterRefusal: "stops" }, world(refusal, news), "EXIT_ON_REFUSAL");
    court.allowed({ ...refusal, afterRefusal: "limited" }, world(refusal, news));
    const map: RuleEvent = { type: "service.refuse", featureId: "nearby", fields: ["location"] };
    court.allowed(map, world(map, { appType: "news", feature: { fields: ["location"], basic: false } }));
  },
  "GF-12/1"(court) {
    const event = collect(["mobile-number"]);
    const { consent: _agreed, ...context } = world(event);
    court.denied(event, { ...context, consent: () => ({ state: "given" }) }, "UNBOUND_CONSENT");

    // Nothing is remembered of the yes before: the new policy is looked at, and so is the consent.
    let looks = 0;
    const consent = (): ConsentState => {
      looks += 1;
      return world(event).consent?.({ purpose: "sign-in", fields: ["mobile-number"] }) ?? { state: "none" };
    };
    court.allowed(event, { ...context, consent });
    const before = looks;
    const changed = {
      ...context,
      consent,
      manifest: world(event, { policy: { hash: "policy-2" } }).manifest ?? {},
    };
    court.denied(event, changed, "NOTICE_OUTDATED");
    assert.ok(looks > before);
  },
  async "GF-13/1"(court) {
    const { consent } = service({ store: BROKEN_STORE });
    await assert.rejects(consent.grant(register, SUBJECT));
    // @ts-expect-error -- there is no grant without the store
    assert.deepEqual(consent.collect(register, { "mobile-number": VALUE }, undefined).data, {});

    const event = collect(["mobile-number"]);
    court.denied(event, { ...world(event), consent: throwing }, "STORE_UNAVAILABLE");
    court.denied(event, { ...world(event), now: throwing }, "STORE_UNAVAILABLE");
    court.denied(
      collect(["device-identifier"]),
      { ...world(event), history: { reads: throwing } },
      "STORE_UNAVAILABLE",
    );
    const ahead = { reads: () => 0, latest: "2026-06-15T08:00:01Z" };
    court.denied(event, world(event, { history: ahead }), "CLOCK_BACKWARDS");
    court.allowed(event, world(event, { history: { ...ahead, latest: NOW } }));
  },
  // The engine, over HTTP: test/collection-rules/one-gate.test.ts.
  async "GF-14/1"(court) {
    const { consent } = service();
    const use = { fields: ["mobile-number"], recipient: "acme" } as const;
    await assert.rejects(consent.authorize(undefined, use), { code: "CONSENT_REQUIRED" });

    const event = collect(["mobile-number"]);
    court.denied(event, world(event, { side: "server" }), "RECEIPT_MISSING");
    court.allowed(event, world(event, { side: "server", receiptVerified: true }));
    const exported = share(["gender"], { path: "server" });
    court.denied(exported, world(exported), "RECEIPT_MISSING");
  },
  // Engine, adapters and every log line: test/collection-rules/one-gate.test.ts, test/privacy.
  async "GF-15/1"(court) {
    const { consent } = service();
    const error = await outcomeOf(() => consent.grant(register, ID_NUMBER));
    assert.ok(error instanceof ConsentError);
    // @ts-expect-error -- there is no grant
    const collected = consent.collect(register, { [ID_NUMBER]: ID_NUMBER }, undefined);
    assert.ok(![error, collected].map(everyTextOf).join().includes(ID_NUMBER));

    const event = collect(["id-document-number"]);
    for (const part of ["purpose", "featureId", "initiator", "module"]) {
      const filled = { ...event, [part]: ID_NUMBER };
      court.denied(filled, world(event), "VALUE_IN_EVENT");
      assert.ok(!JSON.stringify(evaluate(filled, world(event))).includes(ID_NUMBER), part);
    }
    const named = { ...event, fields: [ID_NUMBER] };
    // @ts-expect-error -- a caller without types puts a value where a name belongs
    const { allowed, verdicts } = evaluate(named, world(event));
    assert.ok(!allowed && !JSON.stringify(verdicts).includes(ID_NUMBER));
  },
};
