import type { LocalizedText } from "./localized-text.ts";

/** The name of a phrase. */
export type Phrase =
  | "handler"
  | "contact"
  | "why"
  | "items"
  | "provided"
  | "required"
  | "optional"
  | "sensitive"
  | "effect"
  | "retention"
  | "recipients"
  | "nobody"
  | "processor"
  | "joint"
  | "handler-role"
  | "apart"
  | "outside"
  | "published"
  | "basis"
  | "consent"
  | "separate"
  | "rights-there"
  | "guardian"
  | "method"
  | "usual-method"
  | "rights-by-law"
  | "storage"
  | "safeguards"
  | "refusing"
  | "rights";

/** The words of notices that are the same for every app. */
export const PHRASES: Readonly<Record<Phrase, LocalizedText>> = {
  handler: { en: "Who is responsible", zh: "个人信息处理者" },
  contact: { en: "Contact", zh: "联系方式" },
  why: { en: "Why", zh: "处理目的与必要性" },
  items: { en: "What is collected", zh: "收集的个人信息" },
  provided: { en: "What is provided", zh: "提供的个人信息" },
  required: { en: "needed", zh: "必需" },
  optional: { en: "optional: the service is the same without it", zh: "可选：不提供不影响服务" },
  sensitive: { en: "sensitive", zh: "敏感个人信息" },
  effect: { en: "What this means for you", zh: "对个人权益的影响" },
  retention: { en: "How long it is kept", zh: "保存期限" },
  recipients: { en: "Who receives it", zh: "接收方" },
  nobody: { en: "nobody else", zh: "无" },
  processor: { en: "processes it for us", zh: "受托处理" },
  joint: { en: "decides together with us", zh: "共同处理者" },
  "handler-role": { en: "decides on its own use", zh: "独立处理者" },
  apart: { en: "you are asked separately", zh: "将另行征得您的单独同意" },
  outside: { en: "outside the mainland", zh: "位于境外" },
  published: { en: "It is made public.", zh: "上述信息将被公开。" },
  basis: { en: "Legal basis", zh: "法律依据" },
  consent: { en: "your consent (PIPL 13(1))", zh: "您的同意（个人信息保护法第十三条第一款第一项）" },
  separate: {
    en: "your separate consent to this alone (PIPL 23, 39)",
    zh: "您对此事项的单独同意（个人信息保护法第二十三条、第三十九条）",
  },
  "rights-there": {
    en: "You can use your rights against this recipient through its contact.",
    zh: "您可以通过该接收方的联系方式向其行使个人信息权利。",
  },
  method: { en: "How it is handled", zh: "处理方式" },
  "usual-method": { en: "collected, stored and used", zh: "收集、存储、使用" },
  "rights-by-law": {
    en: "This rests on the legal basis above and not on your consent. You can ask for access, a copy, correction, deletion and the closing of your account through the contact above.",
    zh: "上述处理依据所列法律依据进行，不以您的同意为前提。您可以通过上述联系方式查阅、复制、更正、删除个人信息或注销账号。",
  },
  guardian: {
    en: "For parents and guardians: the person is under 14, so you decide. You can refuse.",
    zh: "致监护人：该用户不满十四周岁，由您作出决定，您可以拒绝。",
  },
  storage: { en: "Where it is kept", zh: "存储地点" },
  safeguards: { en: "How it is protected", zh: "安全保护措施" },
  refusing: {
    en: "If you refuse: what this is for is not available, everything else stays as it is. Complaints go to the contact above.",
    zh: "拒绝的后果：仅无法使用上述功能，其他功能不受影响。投诉、举报请使用上述联系方式。",
  },
  rights: {
    en: "You can refuse, and withdraw at any time as easily as you agree. You can ask for access, a copy, correction, deletion and the closing of your account through the contact above.",
    zh: "您可以拒绝，也可以随时撤回同意，撤回与同意同样便捷。您可以通过上述联系方式查阅、复制、更正、删除个人信息或注销账号。",
  },
};
