import { createHash } from "node:crypto";
import { ConsentError, type Field, LISTED_FIELDS } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { type AppType, defineApp } from "./app.ts";
import { APP_TYPES } from "./generated/app-types.ts";
import { definePurpose, type Purpose } from "./purpose.ts";
import { community, plainParts, register, text } from "./test-support/community.ts";
import { service } from "./test-support/services.ts";

const { consent } = service();

const basic = (required: readonly Field[], change: Partial<Purpose> = {}): Purpose =>
  definePurpose({ ...plainParts, ...change, id: "basic", required });

describe("a notice", () => {
  it("lists in Chinese who, why, each item, for how long, for whom and on which basis", () => {
    expect(consent.notice(register, "zh").text.split("\n")).toEqual([
      "注册账号",
      "个人信息处理者: 示例有限公司 (示例社区)",
      "联系方式: privacy@example.com",
      "处理目的与必要性: 用于就账号事宜联系您。",
      "处理方式: 收集、存储、使用",
      "收集的个人信息:",
      "- 移动电话号码 · 必需",
      "- 通讯录 · 可选：不提供不影响服务 · 敏感个人信息",
      "- 性别 · 可选：不提供不影响服务",
      "对个人权益的影响: 可查找通讯录中的好友。",
      "保存期限: 至账号注销，之后删除",
      "接收方:",
      "- 某核验公司 (privacy@acme.example) · 受托处理",
      "法律依据: 您的同意（个人信息保护法第十三条第一款第一项）",
      expect.stringContaining("您可以拒绝，也可以随时撤回同意"),
    ]);
  });

  it("lists the same in English", () => {
    expect(consent.notice(register, "en").text.split("\n")).toEqual([
      "Open an account",
      "Who is responsible: Example Ltd (Example community)",
      "Contact: privacy@example.com",
      "Why: To reach you about your account.",
      "How it is handled: collected, stored and used",
      "What is collected:",
      "- Mobile number · needed",
      "- Address book · optional: the service is the same without it · sensitive",
      "- Gender · optional: the service is the same without it",
      "What this means for you: Friends in your address book can be found.",
      "How long it is kept: until the account is closed, then deleted",
      "Who receives it:",
      "- Acme (privacy@acme.example) · processes it for us",
      "Legal basis: your consent (PIPL 13(1))",
      expect.stringContaining("You can refuse, and withdraw at any time"),
    ]);
  });

  it("gives the items as data too, for an app that lays them out itself", () => {
    const { items, title, locale, purposeId } = consent.notice(register, "en");

    expect({ title, locale, purposeId }).toEqual({
      title: "Open an account",
      locale: "en",
      purposeId: "register",
    });
    expect(items).toEqual([
      { field: "mobile-number", label: "Mobile number", required: true, sensitive: false },
      { field: "contacts", label: "Address book", required: false, sensitive: true },
      { field: "gender", label: "Gender", required: false, sensitive: false },
    ]);
  });

  it("says that nobody else receives the data, and names another basis than consent", () => {
    const purpose = definePurpose({
      ...plainParts,
      id: "real-name",
      required: ["name"],
      recipients: [],
      basis: { article: "13.3", legalRef: "网络安全法 26" },
    });
    const lines = consent.notice(purpose, "en").text.split("\n");

    expect(lines).toContain("Who receives it: nobody else");
    expect(lines).toContain("Legal basis: PIPL 13.3, 网络安全法 26");
  });

  it("tells a recipient that decides for itself from one that works on instruction (PIPL 21, 23)", () => {
    const recipients = [
      { id: "x", name: text("X", "某甲"), contact: "x@example.com", role: "handler" } as const,
    ];
    const purpose = definePurpose({ ...register, recipients });

    expect(consent.notice(purpose, "zh").text).toContain("- 某甲 (x@example.com) · 独立处理者");
  });
});

describe("the hash of a notice", () => {
  it("is the SHA-256 of the text", () => {
    const { hash, text: shown } = consent.notice(register, "zh");

    expect(hash).toBe(createHash("sha256").update(shown, "utf8").digest("base64url"));
  });

  it("is the same for the same words, in whichever service they are written", () => {
    const again = definePurpose({ ...register });

    expect(service().consent.notice(again, "zh").hash).toBe(consent.notice(register, "zh").hash);
  });

  it.each<[string, Partial<Purpose<"mobile-number", "contacts" | "gender">>]>([
    ["reason", { why: text("Other", "其他") }],
    ["retention", { retention: text("for ever", "永久") }],
    ["list of items", { optional: ["contacts"] }],
    ["recipient", { recipients: [] }],
    ["basis", { basis: { article: "13.3", legalRef: "网络安全法 26" } }],
    ["effect", { effect: text("Other", "其他") }],
  ])("is another when the %s is another", (_part, change) => {
    const changed = definePurpose({ ...register, ...change });

    expect(consent.notice(changed, "zh").hash).not.toBe(consent.notice(register, "zh").hash);
  });

  it("is another in another language, and for another handler", () => {
    const handler = { ...community.handler, contact: "other@example.com" };
    const moved = service({ app: defineApp({ ...community, handler }) }).consent;
    const { hash } = consent.notice(register, "zh");

    expect(consent.notice(register, "en").hash).not.toBe(hash);
    expect(moved.notice(register, "zh").hash).not.toBe(hash);
  });
});

describe("a notice with sensitive items", () => {
  const { effect: _, ...silent } = plainParts;

  it("must say what they mean for the person (PIPL 30)", () => {
    const purpose = definePurpose({ ...silent, id: "friends", required: [], optional: ["contacts"] });

    expect(() => consent.notice(purpose, "zh")).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION", path: "purpose.effect" }),
    );
  });

  it("counts the app's own sensitive fields", () => {
    const fields = { "app:blood-sugar": { ...text("Blood sugar", "血糖"), sensitive: true } } as const;
    const own = service({ app: defineApp({ ...community, fields }) }).consent;
    const purpose = definePurpose({ ...silent, id: "diary", required: [], optional: ["app:blood-sugar"] });

    expect(() => own.notice(purpose, "zh")).toThrow(expect.objectContaining({ path: "purpose.effect" }));
  });

  it("does not ask for it where nothing is sensitive", () => {
    const purpose = definePurpose({ ...silent, id: "plain", required: ["mobile-number"] });

    expect(consent.notice(purpose, "en").text).not.toContain("What this means for you");
  });
});

describe("a basic function", () => {
  it("may not require what the national list does not name for the type of app", () => {
    const greedy = basic(["mobile-number", "name", "contacts"]);

    expect(() => consent.notice(greedy, "zh")).toThrow(ConsentError);
    expect(() => consent.notice(greedy, "zh")).toThrow(
      expect.objectContaining({
        code: "FIELD_NOT_NECESSARY",
        fields: ["name", "contacts"],
        purposeId: "basic",
      }),
    );
  });

  it.each<[string, Partial<Purpose>]>([
    ["a law asks for it", { basis: { article: "13.3", legalRef: "网络安全法 26" } }],
    ["the function is one that a person may leave alone", { function: "extended" }],
  ])("may require more when %s", (_why, change) => {
    expect(consent.notice(basic(["mobile-number", "name"], change), "zh").items).toHaveLength(2);
  });

  it("may ask for more as an option", () => {
    const purpose = definePurpose({ ...plainParts, id: "basic", required: [], optional: ["name"] });

    expect(consent.notice(purpose, "zh").items).toHaveLength(1);
  });

  it.each([...Object.keys(APP_TYPES), "other"] as AppType[])(
    "of %s may require its own list alone",
    (type) => {
      const app = defineApp({ ...community, type });
      // Of a group of which one item is enough, one.
      const groups = new Set<string>();
      const necessary = new Set(
        app.necessary.flatMap(({ field, alternativeGroup: group }) => {
          if (group !== undefined && groups.has(group)) return [];
          if (group !== undefined) groups.add(group);
          return [field];
        }),
      );
      const others = LISTED_FIELDS.filter((field) => !necessary.has(field));
      const own = service({ app }).consent;

      if (necessary.size > 0) own.notice(basic([...necessary]), "zh");
      expect(() => own.notice(basic(LISTED_FIELDS), "zh")).toThrow(
        expect.objectContaining({ code: "FIELD_NOT_NECESSARY", fields: others }),
      );
    },
  );
});
