import type { Field } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { type AgreedTo, changesSince, coveredRecipients } from "./purpose-change.ts";
import { definePurpose, type Purpose } from "./purpose.ts";
import type { Recipient } from "./recipient.ts";
import { register, text } from "./test-support/community.ts";

const agreed: AgreedTo = {
  purposeVersion: 1,
  basis: { article: "13.1" },
  recipients: ["acme"],
  granted: ["mobile-number"],
};

const recipient = (id: string, change: Partial<Recipient> = {}): Recipient => ({
  id,
  name: text(id, id),
  contact: `privacy@${id}.example`,
  role: "processor",
  ...change,
});

const [acme] = register.recipients;

describe("changesSince", () => {
  it.each<[string, Partial<Purpose>]>([
    ["better words", { why: text("Other words", "其他说法"), title: text("Sign up", "注册") }],
    ["fewer optional fields", { optional: [] }],
    ["a new optional field", { optional: ["contacts", "gender", "name"] }],
    ["fewer recipients", { recipients: [] }],
    [
      "a recipient with an act of its own",
      { recipients: [recipient("acme"), recipient("x", { role: "handler" })] },
    ],
  ])("takes %s for no change", (_what, change) => {
    const purpose = definePurpose<Field, Field>({ ...register, ...change });

    expect(changesSince(agreed, purpose)).toEqual([]);
  });

  it.each<[string, Partial<Purpose>, string]>([
    ["a new number of the purpose", { version: 2 }, "purpose"],
    ["another basis", { basis: { article: "13.3", legalRef: "网络安全法 26" } }, "method"],
    ["a new processor", { recipients: [recipient("acme"), recipient("x")] }, "method"],
    ["a new required field", { required: ["mobile-number", "name"] }, "kinds"],
  ])("tells %s", (_what, change, part) => {
    const purpose = definePurpose<Field, Field>({ ...register, ...change });

    expect(changesSince(agreed, purpose)).toEqual([part]);
  });

  it("tells another law from the one that was named", () => {
    const basis = { article: "13.3", legalRef: "网络安全法 26" } as const;
    const purpose = definePurpose({ ...register, basis: { ...basis, legalRef: "反电信网络诈骗法 21" } });

    expect(changesSince({ ...agreed, basis }, purpose)).toEqual(["method"]);
  });
});

describe("coveredRecipients", () => {
  it("leaves out who decides for itself and who is outside the mainland (PIPL 23, 39)", () => {
    const recipients = [
      ...(acme === undefined ? [] : [acme]),
      recipient("together", { role: "joint" }),
      recipient("handler", { role: "handler" }),
      recipient("abroad", { outsideMainland: true }),
    ];

    expect(coveredRecipients(definePurpose({ ...register, recipients }))).toEqual(["acme", "together"]);
  });
});
