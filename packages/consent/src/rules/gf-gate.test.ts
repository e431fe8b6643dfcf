import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";
import { findings } from "../test-support/findings.ts";
import { collect, share, world } from "../test-support/rule-world.ts";
import type { RuleEvent } from "./event.ts";

const BY_LAW = { purpose: { basis: "13.3", legalRef: "网络安全法 26" }, consent: null } as const;

describe("the gate", () => {
  it.each(["GF-02", "GF-08", "GF-12", "GF-14"] as const)(
    "%s asks for no consent where a law is the basis",
    (id) => {
      expect(codeOf(id, collect(["mobile-number"]), { ...BY_LAW, side: "server" })).toBeUndefined();
    },
  );

  it("looks for a receipt where the event says that it is on the server", () => {
    const sent: RuleEvent = { type: "network.send", purpose: "sign-in", path: "server" };
    expect(codeOf("GF-14", sent)).toBe("RECEIPT_MISSING");
    expect(codeOf("GF-14", share(["gender"]))).toBeUndefined();
  });

  it.each(["purposeHash", "policyVersion", "fields", "actor", "at"] as const)(
    "takes a consent without %s for none",
    (part) => {
      const event = collect(["mobile-number"]);
      const context = world(event);
      const { [part]: _part, ...bare } = {
        ...context.consent?.({ purpose: "sign-in", fields: ["mobile-number"] }),
      };
      const consent = () => ({ state: "given" as const, ...bare });
      expect(findings("GF-12", event, { ...context, consent })).toEqual(["UNBOUND_CONSENT"]);
    },
  );

  it("looks into a record only where data are collected on it", () => {
    const event = collect(["mobile-number"]);
    const bare = { ...world(event), consent: () => ({ state: "given" as const }) };
    expect(findings("GF-12", event, bare)).toEqual(["UNBOUND_CONSENT"]);
    expect(findings("GF-12", { type: "sdk.init" }, bare)).toEqual([]);
    const byLaw = { ...world(event, BY_LAW), consent: bare.consent };
    expect(findings("GF-12", event, byLaw)).toEqual([]);
    expect(findings("GF-08", { type: "sdk.init" }, world(event, { consent: { state: "none" } }))).toEqual([]);
  });

  it("takes a clock that cannot be read for one that went back", () => {
    const history = { reads: () => 0, latest: "2026-06-15T08:00:00Z" };
    expect(codeOf("GF-13", { ...collect(["name"]), at: "soon" }, { history })).toBe("CLOCK_BACKWARDS");
    expect(codeOf("GF-13", { type: "consent.request", at: "2026-06-15T07:59:59Z" }, { history })).toBe(
      "CLOCK_BACKWARDS",
    );
  });
});
