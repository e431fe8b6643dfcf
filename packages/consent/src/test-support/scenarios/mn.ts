import assert from "node:assert/strict";
import type { RuleEvent } from "../../rules/event.ts";
import type { DeclaredSdk } from "../../rules/manifest.ts";
import type { RuleContext } from "../../rules/model.ts";
import { disclosureLists } from "../../rules/mn-lists.ts";
import { collect, MANIFEST_CHECK, permission, share, world } from "../rule-world.ts";
import type { Scenarios } from "../scenario.ts";

const SDK: DeclaredSdk = {
  name: "maps",
  developer: "Maps Limited",
  version: "3.1",
  function: "shows a map",
  purposes: ["sign-in"],
  fields: ["location"],
  handlingRules: "https://maps.example/privacy",
  assessmentDate: "2026-01-05",
  modules: [
    { name: "tiles", on: true, necessary: true },
    { name: "nearby", on: false },
  ],
};

function embedding(sdk: DeclaredSdk): RuleContext {
  return world(MANIFEST_CHECK, { manifest: { sdks: [sdk] } });
}

/** Every entry of `tests` of group MN. */
export const MN_SCENARIOS: Scenarios = {
  "MN-01/1"(court) {
    const row = { field: "gender", recipient: "acme", purpose: "sign-in", scene: "sign-in" } as const;
    const listing = (shared: object) =>
      world(MANIFEST_CHECK, { manifest: { lists: { menuLevel: 2, shared: [{ ...row, ...shared }] } } });
    court.denied(MANIFEST_CHECK, listing({}), "LIST_ROW_INCOMPLETE");
    court.allowed(MANIFEST_CHECK, listing({ sharingMethod: "api" }));
    const deep = world(MANIFEST_CHECK, { manifest: { lists: { menuLevel: 3 } } });
    court.denied(MANIFEST_CHECK, deep, "LISTS_TOO_DEEP");
  },
  "MN-01/2"(court) {
    const read = collect(["location"], { initiator: "sdk:maps" });
    const sent = share(["location"], { initiator: "sdk:maps" });
    const { items = [] } = world(sent).manifest ?? {};
    const listing = (events: readonly RuleEvent[]) =>
      world(MANIFEST_CHECK, { manifest: { items, lists: disclosureLists(events) } });
    court.denied(MANIFEST_CHECK, listing([]), "LIST_ROW_MISSING");
    court.denied(MANIFEST_CHECK, listing([read]), "LIST_ROW_MISSING");
    court.passes(MANIFEST_CHECK, listing([read, sent]));
    assert.deepEqual(disclosureLists([read, read]).collected, [
      { field: "location", purpose: "sign-in", scene: "sign-in", initiator: "sdk:maps" },
    ]);
  },
  "MN-02/1"(court) {
    const early = permission(["LOCATION"], { trigger: "app-start", atFunctionStart: false });
    court.denied(early, world(early), "NOT_AT_FUNCTION_START");
    const started = permission(["LOCATION"]);
    court.allowed(started, world(started));
  },
  "MN-02/2"(court) {
    const required = { kind: "risk-control", required: true };
    const compelled = world(MANIFEST_CHECK, { purpose: required });
    court.denied(MANIFEST_CHECK, compelled, "OPTIONAL_ONLY_PURPOSE");
    const cited = { ...required, basis: "13.3", legalRef: "反电信网络诈骗法 22" } as const;
    court.allowed(MANIFEST_CHECK, world(MANIFEST_CHECK, { purpose: cited }));
    court.allowed(MANIFEST_CHECK, world(MANIFEST_CHECK, { purpose: { ...required, required: false } }));
    const ask: RuleEvent = { type: "consent.request", purpose: "sign-in", required: true };
    court.denied(ask, world(ask, { purpose: { kind: "risk-control" } }), "OPTIONAL_ONLY_PURPOSE");
  },
  "MN-03/1"(court) {
    const waking: RuleEvent = { type: "associated-start", initiator: "sdk:maps" };
    court.denied(waking, world(waking), "SELF_START");
    court.denied({ ...waking, serviceNecessary: true }, world(waking), "SELF_START");
    court.denied({ ...waking, type: "autostart", userSwitchedOn: true }, world(waking), "SELF_START");
    court.allowed({ ...waking, serviceNecessary: true, userSwitchedOn: true }, world(waking));
  },
  "MN-04/1"(court) {
    const { assessmentDate: _date, ...unassessed } = SDK;
    court.denied(MANIFEST_CHECK, embedding(unassessed), "SDK_ROW_INCOMPLETE");
    court.passes(MANIFEST_CHECK, embedding(SDK));
    const eager = { ...SDK, modules: [{ name: "nearby", on: true }] };
    court.denied(MANIFEST_CHECK, embedding(eager), "MODULE_ON_BY_DEFAULT");
    const init: RuleEvent = { type: "sdk.init", sdk: "maps" };
    court.denied(init, world(init), "SDK_UNDECLARED");
    court.allowed(init, world(init, { manifest: { sdks: [SDK] } }));
  },
  "MN-04/2"(court) {
    const read = collect(["location"], { initiator: "sdk:maps", module: "nearby" });
    const context = world(read, { manifest: { sdks: [SDK] } });
    court.denied(read, context, "MODULE_OFF");
    court.allowed({ ...read, module: "tiles" }, context);
    // As one bundle, past the switches.
    const bundle = collect(["location"], { initiator: "sdk:maps" });
    court.denied(bundle, context, "MODULE_OFF");
  },
  "MN-05/1"(court) {
    const prize = { id: "prize-draw", kind: "marketing" };
    const form = collect(["id-document-number"], { purpose: "prize-draw" });
    const { items = [] } = world(form).manifest ?? {};
    const rewarding = world(MANIFEST_CHECK, { purpose: { ...prize, rewarded: true }, manifest: { items } });
    court.flagged(MANIFEST_CHECK, rewarding, "LURE");
    court.passes(MANIFEST_CHECK, world(MANIFEST_CHECK, { purpose: prize, manifest: { items } }));
    const ask: RuleEvent = { type: "consent.request", purpose: "prize-draw", rewarded: true };
    court.flagged(ask, world(ask), "LURE");
  },
};
