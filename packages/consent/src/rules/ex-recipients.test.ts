import { describe, expect, it } from "vitest";
import { codeOf } from "../test-support/code-of.ts";
import { share, world } from "../test-support/rule-world.ts";

const BY_LAW = { basis: "13.3", legalRef: "网络安全法 26" } as const;

describe("EX-03", () => {
  it("looks for each field in what the notice tells of the recipient", () => {
    const event = share(["gender", "name"]);
    const [told] = world(event).notice?.recipients ?? [];
    const recipients = told === undefined ? [] : [{ ...told, fields: ["gender"] as const }];
    expect(codeOf("EX-03", event, { notice: { recipients } })).toBe("RECIPIENT_NOTICE_INCOMPLETE");
  });

  it("tells the recipient on every basis", () => {
    const event = share(["gender"]);
    expect(codeOf("EX-03", event, { purpose: BY_LAW, consent: null })).toBeUndefined();
    const told = {
      id: "acme",
      name: "Acme",
      contact: "privacy@acme.example",
      purpose: "sign-in",
      method: "api",
    };
    const notice = { recipients: [{ ...told, fields: ["name"] as const }] };
    expect(codeOf("EX-03", event, { purpose: BY_LAW, consent: null, notice })).toBe(
      "RECIPIENT_NOTICE_INCOMPLETE",
    );
  });

  it("has nothing for a share without a recipient", () => {
    const { recipient: _recipient, ...event } = share(["gender"]);
    expect(codeOf("EX-03", event)).toBe("RECIPIENT_NOT_NAMED");
  });
});
