import type { Field } from "@shiming/contract";
import { type App, defineApp } from "../app.ts";
import type { LocalizedText } from "../localized-text.ts";
import { definePurpose, type Purpose } from "../purpose.ts";
import type { PurposeOptions } from "../purpose-options.ts";

export const text = (en: string, zh: string): LocalizedText => ({ en, zh });

/** A community: its basic function may need a mobile number and nothing else (国信办秘字〔2021〕14号 5(4)). */
export const community: App = defineApp({
  id: "example.community",
  type: "online-community",
  name: text("Example community", "示例社区"),
  handler: { name: text("Example Ltd", "示例有限公司"), contact: "privacy@example.com" },
  children: {
    storage: text("on servers in mainland China", "存储于中国境内的服务器"),
    safeguards: text("encrypted, and opened by few", "加密存储，仅限少数人员访问"),
  },
});

/** What a purpose must say and most tests do not look at. */
export const plainParts: Omit<PurposeOptions<Field, Field>, "id" | "required" | "optional"> = {
  title: text("Open an account", "注册账号"),
  why: text("To reach you about your account.", "用于就账号事宜联系您。"),
  basis: { article: "13.1" },
  retention: text("until the account is closed, then deleted", "至账号注销，之后删除"),
  effect: text("Friends in your address book can be found.", "可查找通讯录中的好友。"),
  recipients: [
    { id: "acme", name: text("Acme", "某核验公司"), contact: "privacy@acme.example", role: "processor" },
  ],
};

/** One required field and two that the person may leave out. */
export const register: Purpose<"mobile-number", "contacts" | "gender"> = definePurpose({
  ...plainParts,
  id: "register",
  required: ["mobile-number"],
  optional: ["contacts", "gender"],
});

export const SUBJECT = "account-7c1e";
