import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";
import { findings } from "../test-support/findings.ts";
import { collect, MANIFEST_CHECK, share } from "../test-support/rule-world.ts";
import { disclosureLists } from "./mn-lists.ts";

describe("the two lists", () => {
  it("have one row for each field, purpose and collector, however often it happened", () => {
    const read = collect(["name", "gender"]);
    const { collected } = disclosureLists([read, read, collect(["name"], { initiator: "sdk:maps" })]);
    expect(collected).toEqual([
      { field: "name", purpose: "sign-in", scene: "sign-in", initiator: "app" },
      { field: "gender", purpose: "sign-in", scene: "sign-in", initiator: "app" },
      { field: "name", purpose: "sign-in", scene: "sign-in", initiator: "sdk:maps" },
    ]);
  });

  it("tell how a field was shared", () => {
    const sent = share(["name"], { path: "server", transformation: "pseudonymised" });
    expect(disclosureLists([sent, { type: "app.start" }])).toEqual({
      menuLevel: 2,
      collected: [],
      shared: [
        {
          field: "name",
          recipient: "acme",
          purpose: "sign-in",
          scene: "sign-in",
          sharingMethod: "server, pseudonymised",
        },
      ],
    });
  });
});

describe("MN-01", () => {
  it("asks no lists of an app that handles nothing", () => {
    expect(findings("MN-01", MANIFEST_CHECK, {})).toEqual([]);
    expect(findings("MN-01", MANIFEST_CHECK, { manifest: { sdks: [{ name: "maps" }] } })).toEqual([
      "LISTS_MISSING",
    ]);
  });

  it.each(["recipient", "purpose", "scene", "sharingMethod"] as const)(
    "asks for %s of what is shared",
    (part) => {
      const whole = { recipient: "acme", purpose: "sign-in", scene: "sign-in", sharingMethod: "api" };
      const shared = [{ field: "gender", ...whole, [part]: "" }] as const;
      expect(codeOf("MN-01", MANIFEST_CHECK, { manifest: { lists: { menuLevel: 2, shared } } })).toBe(
        "LIST_ROW_INCOMPLETE",
      );
    },
  );

  it.each(["purpose", "scene"] as const)("asks for %s of what is collected", (part) => {
    const collected = [{ field: "gender", purpose: "sign-in", scene: "sign-in", [part]: "" }] as const;
    expect(codeOf("MN-01", MANIFEST_CHECK, { manifest: { lists: { menuLevel: 2, collected } } })).toBe(
      "LIST_ROW_INCOMPLETE",
    );
  });

  it("asks for a row of each recipient of each field", () => {
    const items = [{ purpose: "sign-in", field: "gender", recipients: ["acme", "other"] }] as const;
    const row = { field: "gender", purpose: "sign-in", scene: "sign-in" } as const;
    const shared = (...recipients: readonly string[]) => ({
      manifest: {
        items,
        lists: {
          menuLevel: 2,
          collected: [row],
          shared: recipients.map((recipient) => ({ ...row, recipient, sharingMethod: "api" })),
        },
      },
    });
    expect(codeOf("MN-01", MANIFEST_CHECK, shared("acme"))).toBe("LIST_ROW_MISSING");
    expect(codeOf("MN-01", MANIFEST_CHECK, shared("acme", "other"))).toBeUndefined();
  });

  it("asks for a row of what an SDK collects", () => {
    const sdks = [{ name: "maps", fields: ["location"] as const }];
    const row = { field: "location", purpose: "map", scene: "map" } as const;
    const listing = (initiator: string) => ({
      manifest: { sdks, lists: { menuLevel: 1, collected: [{ ...row, initiator }] } },
    });
    expect(codeOf("MN-01", MANIFEST_CHECK, listing("app"))).toBe("LIST_ROW_MISSING");
    expect(codeOf("MN-01", MANIFEST_CHECK, listing("sdk:maps"))).toBeUndefined();
    const collected = [
      { ...row, initiator: "app" },
      { ...row, initiator: "sdk:maps" },
    ];
    const both = { manifest: { sdks, lists: { menuLevel: 1, collected } } };
    expect(codeOf("MN-01", MANIFEST_CHECK, both)).toBeUndefined();
  });
});
