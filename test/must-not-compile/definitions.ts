import { defineApp, definePurpose, generateKeys, type Purpose, type Recipient } from "@shiming/consent";

const text = (en: string, zh: string) => ({ en, zh });

/** What `definePurpose` needs and most snippets do not look at. */
const parts = {
  title: text("Open an account", "注册账号"),
  why: text("The law asks for a real name before posting.", "法律要求发布信息前核验真实身份。"),
  basis: { article: "13.3", legalRef: "网络安全法 26" },
  realName: { service: "information-publishing" },
  retention: text("six months", "保存六个月"),
  effect: text("Without it you cannot post.", "不提供则无法发布信息。"),
} as const;

const acme: Recipient = {
  id: "acme",
  name: text("Acme", "某核验公司"),
  contact: "privacy@acme.example",
  role: "processor",
};

const app = defineApp({
  id: "example.community",
  type: "online-community",
  name: text("Example community", "示例社区"),
  handler: { name: text("Example Ltd", "示例有限公司"), contact: "privacy@example.com" },
  fields: {
    "app:nickname": { ...text("Nickname", "昵称"), sensitive: false },
    "app:id-document-number": { ...text("Copied number", "抄录的号码"), sensitive: true },
  },
});

/** The person gave this, with the ID number, and left the contacts out. */
const signUp: Purpose<"mobile-number" | "name", "id-document-number" | "contacts"> = definePurpose({
  ...parts,
  id: "sign-up",
  required: ["mobile-number", "name"],
  optional: ["id-document-number", "contacts"],
  recipients: [acme],
});

/** A handler decides for itself, so people agree to it by an act of its own (PIPL 23). */
const press: Recipient = { ...acme, id: "press", name: text("Press", "某报社"), role: "handler" };

/** Stands on consent, and nobody was asked for it. */
const newsletter: Purpose<"contact-details", never> = definePurpose({
  ...parts,
  id: "newsletter",
  function: "extended",
  required: ["contact-details"],
  basis: { article: "13.1" },
  recipients: [acme, press],
});

/** What an app has said before anything happens, by the names that snippets use. */
export const DEFINITIONS = {
  SUBJECT: "account-7c1e",
  acme,
  app,
  keys: generateKeys(),
  newsletter,
  parts,
  signUp,
};

export type Definitions = typeof DEFINITIONS;
