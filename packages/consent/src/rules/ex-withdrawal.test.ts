import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";

describe("EX-06", () => {
  it("tells the SDKs of the purpose to stop", () => {
    const event = { type: "consent.withdraw", purpose: "sign-in", fields: ["gender"] } as const;
    const sdks = [{ name: "maps", purposes: ["map", "sign-in"] }];
    expect(codeOf("EX-06", event, { manifest: { sdks } })).toBe("STOP_NOT_SENT");
    expect(codeOf("EX-06", { ...event, stopped: ["maps"] }, { manifest: { sdks } })).toBeUndefined();
    const elsewhere = { sdks: [{ name: "maps", purposes: ["map"] }] };
    expect(codeOf("EX-06", event, { manifest: elsewhere })).toBeUndefined();
    const byRow = { ...event, initiator: "sdk:maps" } as const;
    expect(codeOf("EX-06", byRow)).toBe("STOP_NOT_SENT");
  });

  it("lets a service go that cannot do without", () => {
    const event = { type: "consent.withdraw", fields: ["mobile-number"], serviceRefused: true } as const;
    expect(codeOf("EX-06", event, { appType: "instant-messaging" })).toBeUndefined();
    expect(codeOf("EX-06", event, { appType: "news" })).toBe("REFUSAL_NOT_ALLOWED");
    const both = { ...event, fields: ["contacts", "mobile-number"] } as const;
    expect(codeOf("EX-06", both, { appType: "instant-messaging" })).toBeUndefined();
  });
});
