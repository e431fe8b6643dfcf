import type { Field } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import {
  type AgreedTo,
  changesSince,
  coveredRecipients,
  recipientTermsOf,
  termsOf,
} from "./purpose-change.ts";
import { definePurpose, type Purpose } from "./purpose.ts";
import type { Recipient } from "./recipient.ts";
import { register, text } from "./test-support/community.ts";

const agreedNow = (purpose: Purpose): AgreedTo => ({
  purposeVersion: purpose.version,
  terms: termsOf(purpose),
  recipientTerms: recipientTermsOf(purpose, undefined),
  granted: purpose.required,
});
const agreed = agreedNow(register);

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

    expect(changesSince(agreed, purpose, undefined)).toEqual([]);
  });

  it.each<[string, Partial<Purpose>, string]>([
    ["a new number of the purpose", { version: 2 }, "purpose"],
    ["another basis", { basis: { article: "13.3", legalRef: "网络安全法 26" } }, "method"],
    ["a new processor", { recipients: [recipient("acme"), recipient("x")] }, "method"],
    ["a new required field", { required: ["mobile-number", "name"] }, "kinds"],
  ])("tells %s", (_what, change, part) => {
    const purpose = definePurpose<Field, Field>({ ...register, ...change });

    expect(changesSince(agreed, purpose, undefined)).toEqual([part]);
  });

  it.each<[string, Partial<Purpose>]>([
    ["another law", { basis: { article: "13.3", legalRef: "反电信网络诈骗法 21" } }],
    ["publishing", { publishes: true }],
    ["written consent", { writtenRequiredBy: "征信业管理条例 14" }],
    ["a service for children", { audience: "children" }],
    ["another retention", { retention: text("for ever", "永久") }],
    ["another method", { method: text("compared once", "一次比对") }],
    ["a processor that now decides too", { recipients: [recipient("acme", { role: "joint" })] }],
  ])("tells %s from what was agreed to", (_what, change) => {
    const purpose = definePurpose<Field, Field>({ ...register, ...change });

    expect(changesSince(agreed, purpose, undefined)).toEqual(["method"]);
  });

  it("tells of one recipient what it does with the data, and where", () => {
    const lab = recipient("lab", { role: "handler" });
    const purpose = definePurpose({ ...register, recipients: [lab] });
    const act = { ...agreedNow(purpose), recipientTerms: recipientTermsOf(purpose, lab) };

    expect(changesSince(act, purpose, lab)).toEqual([]);
    for (const change of [{ why: text("Advertising", "广告") }, { outsideMainland: true }])
      expect(changesSince(act, purpose, { ...lab, ...change })).toEqual(["method"]);
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

    expect(coveredRecipients(definePurpose({ ...register, recipients }))).toEqual([
      expect.objectContaining({ id: "acme" }),
      expect.objectContaining({ id: "together" }),
    ]);
  });
});
