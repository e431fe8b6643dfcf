import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ask } from "../test-support/asks.ts";
import { asks, growingAsks } from "../test-support/random-asks.ts";
import { isAtLeast } from "./combine.ts";
import { need } from "./need.ts";
import type { ExportMechanism, Need } from "./need-model.ts";

const ACTORS = ["none", "subject", "guardian"];
const LISTS = ["notices", "named", "agreements", "records", "obligations", "ruleIds"] as const;

const channelRank = (mechanisms: readonly ExportMechanism[]): number => {
  if (mechanisms.includes("security-assessment")) return 3;
  if (mechanisms.includes("standard-contract")) return 2;
  return mechanisms.includes("exempt") ? 1 : 0;
};

/** What the second asks for less than the first. */
function dropped(less: Need, more: Need): readonly string[] {
  const acts = less.acts.filter(
    (one) =>
      !more.acts.some(
        (other) =>
          other.act === one.act && other.recipientId === one.recipientId && isAtLeast(other.kind, one.kind),
      ),
  );
  const lists = LISTS.flatMap((list) => {
    const kept: readonly string[] = more[list];
    return less[list].filter((item) => !kept.includes(item));
  });
  return [
    ...acts.map(({ act }) => `act ${act}`),
    ...lists,
    ...(isAtLeast(more.consent, less.consent) ? [] : ["consent"]),
    ...(ACTORS.indexOf(more.actor) >= ACTORS.indexOf(less.actor) ? [] : ["actor"]),
    ...(less.impactAssessment && !more.impactAssessment ? ["assessment"] : []),
    ...(less.freshConsent && !more.freshConsent ? ["freshConsent"] : []),
    ...(channelRank(more.mechanisms) >= channelRank(less.mechanisms) ? [] : ["channel"]),
    ...(less.mechanisms.includes("approval") && !more.mechanisms.includes("approval") ? ["approval"] : []),
  ];
}

const counts = fc.record({ ordinary: fc.nat(2_000_000), sensitive: fc.nat(20_000) });

const label = () => ({ en: "Nickname", zh: "昵称", sensitive: false });

describe("need", () => {
  it.each(["default", "cautious", "draft"] as const)("never shrinks when an ask grows: %s", (profile) => {
    fc.assert(
      fc.property(growingAsks, fc.option(counts, { nil: undefined }), ([less, more], known) => {
        const options = { profile, ...(known === undefined ? {} : { exporting: { counts: known } }) };
        expect(dropped(need(less, options), need(more, options))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("asks for nothing less in the cautious profile", () => {
    fc.assert(
      fc.property(asks, (one) => {
        expect(dropped(need(one), need(one, { profile: "cautious" }))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("asks for consent on a legal basis too in the cautious profile", () => {
    const legal = ask({ basis: "13.3", legalRef: "CSL 26" });
    expect(need(legal).consent).toBe("none");
    expect(need(legal, { profile: "cautious" })).toMatchObject({ consent: "general", actor: "subject" });
  });

  it("asks for nothing less when the evidence of a basis is taken away", () => {
    fc.assert(
      fc.property(asks, ({ legalRef: _legalRef, ...one }) => {
        const [without, claimed] = [need(one), need({ ...one, legalRef: "law" })];
        expect(dropped(claimed, without).filter((part) => part !== "CR-01")).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("asks for nothing where only an organisation is meant", () => {
    const company = ask({ fields: ["credit-code", "entity-name"] });
    expect(need(company)).toMatchObject({ consent: "none", notices: [], ruleIds: [] });
    expect(need({ ...company, soleProprietor: true }).consent).toBe("general");
    expect(need({ ...company, fields: ["credit-code", "legal-representative-name"] }).consent).toBe(
      "general",
    );
  });

  it("takes a field without a label for sensitive", () => {
    expect(need(ask({ fields: ["app:nickname"] })).consent).toBe("separate");
    expect(need(ask({ fields: ["app:nickname"] }), { label }).consent).toBe("general");
  });

  it("takes a role that it does not know for a handler of its own", () => {
    const recipients = [{ id: "acme", role: "partner" as never }];
    expect(need(ask({ recipients })).acts).toContainEqual(
      expect.objectContaining({ act: "provide", kind: "separate", recipientId: "acme" }),
    );
  });

  it("follows settings of the app's own", () => {
    const settings = {
      idNumberSensitive: false,
      separateConsentForIdNumberOnLegalDuty: false,
      legalBasisStillAsks: false,
      reaskAfterHours: 48,
      draftRules: false,
    } as const;
    expect(need(ask({ fields: ["name", "id-document-number"] }), { profile: settings }).consent).toBe(
      "general",
    );
  });
});
