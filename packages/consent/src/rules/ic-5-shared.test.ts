import { describe, expect, test } from "vitest";
import { findings } from "../test-support/findings.ts";
import { share, world } from "../test-support/rule-world.ts";

const ways = [
  ["IC-5-1", share(["name"], { path: "client" })],
  ["IC-5-1", share(["name"])],
  ["IC-5-2", share(["name"], { path: "server" })],
  ["IC-5-3", share(["name"], { recipient: { id: "mini", role: "third-party-app" } })],
] as const;

describe.each(ways)("%s", (id, sent) => {
  test("lets data go with consent, and when they are anonymous", () => {
    expect(findings(id, sent, world(sent))).toEqual([]);
    expect(findings(id, { ...sent, transformation: "anonymised" }, world(sent, { consent: null }))).toEqual(
      [],
    );
  });

  test.each(["none", "requested", "refused", "withdrawn", "expired"] as const)(
    "denies on a consent %s",
    (state) => {
      expect(findings(id, sent, world(sent, { consent: { state } }))).toEqual(["SHARE_NO_CONSENT"]);
    },
  );

  test("denies data that went before the consent", () => {
    const early = { ...sent, at: "2026-06-15T06:59:59Z" };
    expect(findings(id, early, world(early))).toEqual(["SHARE_NO_CONSENT"]);
  });

  test.each(["hashed", "pseudonymised"] as const)("does not take %s data for anonymous", (transformation) => {
    const event = { ...sent, transformation };
    expect(findings(id, event, world(event, { consent: null }))).toEqual(["NOT_ANONYMOUS"]);
  });

  test("asks the consent about the recipient", () => {
    const asked: (string | undefined)[] = [];
    const context = world(sent);
    const consent = (query: Parameters<NonNullable<typeof context.consent>>[0]) => {
      asked.push(query.recipient);
      return context.consent?.(query);
    };
    findings(id, sent, { ...context, consent });
    expect(asked).toContain(sent.recipient?.id);
  });

  test("asks for no consent where a law is cited", () => {
    const changes = { consent: null, purpose: { basis: "13.3", legalRef: "CSL 30" } } as const;
    expect(findings(id, sent, world(sent, changes))).toEqual([]);
  });
});

describe("a recipient that works for the app", () => {
  const sent = share(["name"], { recipient: { id: "host", role: "processor" } });

  test("needs a contract and no consent", () => {
    expect(findings("IC-5-1", sent, world(sent, { consent: null }))).toEqual([]);
    const recipients = [{ id: "host", role: "processor" }] as const;
    const uncontracted = world(sent, { consent: null, manifest: { recipients } });
    expect(findings("IC-5-1", sent, uncontracted)).toEqual(["SHARE_NO_CONSENT"]);
  });

  test("is what the manifest says, and not what the event claims", () => {
    const recipients = [{ id: "host", role: "handler", contractId: "contract-1" }] as const;
    expect(findings("IC-5-1", sent, world(sent, { consent: null, manifest: { recipients } }))).toEqual([
      "SHARE_NO_CONSENT",
    ]);
  });
});
