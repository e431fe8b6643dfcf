import {
  type App,
  defineApp,
  definePurpose,
  type LocalizedText,
  type PurposeOptions,
} from "@shiming/consent";
import type { Field } from "@shiming/contract";

const text = (en: string, zh: string): LocalizedText => ({ en, zh });

export const app: App = defineApp({
  id: "example.community",
  type: "online-community",
  name: text("Example community", "示例社区"),
  handler: { name: text("Example handler", "示例处理者"), contact: "privacy@example.com" },
});

const tencent = {
  id: "tencent",
  name: text("Tencent Cloud", "腾讯云"),
  contact: "https://cloud.tencent.com",
} as const;
const gateway = {
  id: "network-identity",
  name: text("National network identity service", "国家网络身份认证公共服务"),
  contact: "https://www.cac.gov.cn",
} as const;

/** What the four ways of registering have in common: one duty, of which each way alone is enough. */
const registration = {
  title: text("Register with a real identity", "真实身份注册"),
  why: text(
    "The law asks for a real identity before posting; one way is enough.",
    "法律要求发布信息前核验真实身份，任选一种方式即可。",
  ),
  basis: { article: "13.3", legalRef: "网络安全法 26；反电信网络诈骗法 21" },
  realName: { service: "information-publishing" },
  retention: text("the result for six months; the numbers are not kept", "核验结果保存六个月，不保存号码"),
  effect: text("It shows that you are the person you name.", "用于确认您与所填信息为同一人。"),
} satisfies Partial<PurposeOptions<Field, Field>>;

export const byPhone = definePurpose({
  ...registration,
  id: "register-by-phone",
  required: ["mobile-number", "name", "id-document-number"],
  optional: ["contacts"],
  recipients: [{ ...tencent, role: "processor" }],
});

export const byResidentId = definePurpose({
  ...registration,
  id: "register-by-resident-id",
  required: ["name", "id-document-number"],
  recipients: [{ ...tencent, role: "processor" }],
});

export const byCreditCode = definePurpose({
  ...registration,
  id: "register-by-credit-code",
  required: ["credit-code", "entity-name"],
  recipients: [{ ...tencent, role: "processor" }],
});

export const byNetworkIdentity = definePurpose({
  ...registration,
  id: "register-by-network-identity",
  required: ["network-identity-credential"],
  recipients: [{ ...gateway, role: "handler" }],
});
