import assert from "node:assert/strict";
import { fakeClock } from "@shiming/contract-tests";
import type { Field } from "@shiming/contract";
import { createMemoryStore } from "@shiming/store-memory";
import { createConsent } from "../../consent.ts";
import { definePurpose } from "../../purpose.ts";
import type { RuleEvent } from "../../rules/event.ts";
import { community, plainParts, register, SUBJECT } from "../community.ts";
import { countCalls } from "../counted-calls.ts";
import { collect, permission, world } from "../rule-world.ts";
import type { Scenarios } from "../scenario.ts";
import { decide, keys, service } from "../services.ts";

const device = definePurpose({
  ...plainParts,
  id: "device",
  function: "extended",
  required: ["device-identifier", "installed-apps", "location"],
});

/** A service over probes: what it touches is counted. */
function probedService() {
  const clock = fakeClock();
  const store = countCalls(createMemoryStore({ clock }));
  const probedKeys = countCalls(keys);
  const probedClock = countCalls(clock);
  const parts = { store: store.probed, keys: probedKeys.probed, clock: probedClock.probed };
  const consent = createConsent({ app: community, ...parts });
  return { consent, clock, calls: () => [...store.calls, ...probedKeys.calls, ...probedClock.calls] };
}

/** GF-01, GF-03 to GF-07 and GF-10. */
export const GF_DEVICE_SCENARIOS: Scenarios = {
  // Every adapter in a process of its own: test/collection-rules/adapters-at-rest.test.ts.
  "GF-01/1"(court) {
    const { consent, calls } = probedService();
    let reads = 0;
    consent.source("device-identifier", () => (reads += 1));
    assert.deepEqual([calls(), reads], [[], 0]);

    for (const trigger of ["import", "sdk-construction"] as const) {
      const event = collect(["device-identifier"], { trigger });
      court.denied(event, world(event), "SIDE_EFFECT");
    }
    const init: RuleEvent = { type: "sdk.init", sdk: "maps", fields: ["device-identifier"] };
    court.denied(init, world(init), "SIDE_EFFECT");
    court.passes({ type: "sdk.init", sdk: "maps" }, world(init));
  },
  // The whole workspace: test/collection-rules/adapters-at-rest.test.ts.
  "GF-03/1"(court) {
    const { clock, calls } = probedService();
    for (let second = 0; second < 10; second += 1) clock.advance(1000);
    assert.deepEqual(calls(), []);

    const init: RuleEvent = { type: "sdk.init", sdk: "maps" };
    court.denied({ ...init, initiator: "sdk:maps", trigger: "app-start" }, world(init), "AUTO_INIT");
    court.denied({ ...init, trigger: "import" }, world(init), "AUTO_INIT");
    court.passes({ ...init, trigger: "app-start" }, world(init));
  },
  // The full tree of dependencies: test/collection-rules/adapters-at-rest.test.ts.
  "GF-04/1"(court) {
    const event = collect(["device-identifier"], { initiator: "sdk:deep-inside" });
    court.denied(event, world(event), "DEPENDENCY_UNDECLARED");
    const sdks = [{ name: "deep-inside" }];
    court.passes(event, world(event, { manifest: { sdks } }));
  },
  async "GF-05/1"(court) {
    const { consent } = service();
    const reads: Field[] = [];
    const read = (field: Field) => () => reads.push(field);
    const constants = {
      location: consent.source("location", read("location")),
      installed: consent.source("installed-apps", read("installed-apps")),
      identifier: consent.source("device-identifier", read("device-identifier")),
    };
    await decide(consent, device);
    await constants.identifier.read(await consent.grant(device, SUBJECT));
    assert.deepEqual(reads, ["device-identifier"]);

    const all = collect(["device-identifier", "location"], { trigger: "app-start" });
    court.denied(all, world(all), "BULK_READ");
    const one = collect(["location"], { trigger: "app-start" });
    court.passes(one, world(one));
  },
  async "GF-06/1"(court) {
    const { consent, clock } = service();
    let reads = 0;
    const identifier = consent.source("device-identifier", () => (reads += 1), { keepForMs: 60_000 });
    await decide(consent, device);
    const grant = await consent.grant(device, SUBJECT);
    for (let call = 0; call < 10; call += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is what is tested
      await identifier.read(grant);
      clock.advance(6000);
    }
    assert.equal(reads, 1);

    const event = collect(["device-identifier"]);
    const read = (before: number) => world(event, { history: { reads: () => before } });
    court.allowed(event, read(0));
    court.denied(event, read(1), "FREQUENT_READ");
    const { history: _history, ...uncounted } = world(event);
    court.denied(event, uncounted, "FREQUENT_READ");
  },
  async "GF-07/1"(court) {
    const { consent } = service();
    let queries = 0;
    const apps = consent.source("installed-apps", () => (queries += 1));
    await decide(consent, register);
    const grantOfOther = await consent.grant(register, SUBJECT);
    // @ts-expect-error -- the grant does not cover the list of apps
    await assert.rejects(apps.read(grantOfOther), { code: "CONSENT_REQUIRED" });
    assert.equal(queries, 0);

    const crash = collect(["installed-apps"], { trigger: "background" });
    court.denied(crash, world(crash), "PACKAGE_ENUMERATION");
    court.passes({ ...crash, namedApp: "com.example.wallet" }, world(crash));
    const ask = permission(["android.permission.QUERY_ALL_PACKAGES"]);
    court.denied(ask, world(ask), "PACKAGE_ENUMERATION");
  },
  "GF-10/1"(court) {
    const ask = permission(["CONTACTS"], { featureId: "loan" });
    const lending = {
      appType: "online-lending",
      feature: { fields: ["contact-phone"], permissions: [] },
    } as const;
    court.denied(ask, world(ask, lending), "PERMISSION_NOT_DECLARED");
    court.allowed(ask, world(ask));
  },
};
