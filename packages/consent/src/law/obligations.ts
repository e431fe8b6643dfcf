import type { LocalizedText } from "../localized-text.ts";

/** A duty that must be in place first; `decide` asks for it. */
export type ObligationBefore = "children-rules" | "opt-out" | "human-route";

/** A duty that goes with the handling, or follows it. */
export type ObligationWith =
  | "supervise-processor"
  | "answer-jointly"
  | "protect-minors"
  | "no-unfair-price"
  | "stop-on-withdrawal"
  | "no-frequent-asking"
  | "delete-or-store-only"
  | "reasonable-scope"
  | "result-only"
  | "no-service-without-identity"
  | "open-without-identity"
  | "minor-or-guardian-identity"
  | "dynamic-check"
  | "unified-game-check"
  | "keep-result-only"
  | "keep-secret"
  | "equal-service"
  | "refuse-that-function-only";

const text = (en: string, zh: string): LocalizedText => ({ en, zh });

/** What must be in place before the handling begins. */
export const OBLIGATIONS_BEFORE: Readonly<Record<ObligationBefore, LocalizedText>> = {
  "children-rules": text("Rules of their own for children", "儿童个人信息专门处理规则"),
  "opt-out": text(
    "An option without targeting, or an easy way to refuse",
    "不针对个人特征的选项或便捷的拒绝方式",
  ),
  "human-route": text("An explanation, and a decision by a person", "作出说明并提供人工处理途径"),
};

/** What goes with the handling, or follows it. */
export const OBLIGATIONS_WITH: Readonly<Record<ObligationWith, LocalizedText>> = {
  "supervise-processor": text(
    "Supervise the processor; no passing on without approval",
    "监督受托人，未经同意不得转委托",
  ),
  "answer-jointly": text("Each joint handler answers to the person", "共同处理者各自承担责任"),
  "protect-minors": text("The duties of the Minors Regulation", "履行未成年人网络保护义务"),
  "no-unfair-price": text(
    "No unreasonable difference in price or terms",
    "不得在交易条件上实行不合理的差别待遇",
  ),
  "stop-on-withdrawal": text(
    "Stop at once and delete when consent is withdrawn",
    "撤回同意后立即停止处理并删除",
  ),
  "no-frequent-asking": text("No frequent asking after a refusal", "拒绝后不得频繁征求同意"),
  "delete-or-store-only": text(
    "Delete or make anonymous; else store and protect only",
    "删除或者匿名化；否则仅存储和保护",
  ),
  "reasonable-scope": text(
    "Stay within a reasonable scope; stop when refused",
    "在合理范围内处理；个人拒绝的应停止",
  ),
  "result-only": text("Of the network identity the result only", "仅留存网络身份核验结果"),
  "no-service-without-identity": text(
    "No such service without a true identity",
    "不提供真实身份信息的，不得提供相关服务",
  ),
  "open-without-identity": text(
    "Reading and browsing stay open without identity",
    "浏览等功能无需提供身份信息",
  ),
  "minor-or-guardian-identity": text(
    "The identity of the minor or of the guardian",
    "未成年人或者其监护人的真实身份信息",
  ),
  "dynamic-check": text("Check the publisher of a live stream dynamically", "对网络直播发布者实行动态核验"),
  "unified-game-check": text(
    "Use the unified electronic identity system for games",
    "接入统一的未成年人网络游戏电子身份认证系统",
  ),
  "keep-result-only": text("Keep result, method, time and a reference", "仅保存核验结果、方式、时间和凭据"),
  "keep-secret": text("Staff keep the data of identity cards secret", "对公民身份信息予以保密"),
  "equal-service": text(
    "The same service for those who choose another way",
    "对选择其他方式的用户提供同等服务",
  ),
  "refuse-that-function-only": text(
    "Only the listed function may be refused",
    "仅可拒绝依法须核验身份的功能",
  ),
};

/** A duty that is neither a consent, a notice nor a record. */
export type Obligation = ObligationBefore | ObligationWith;

/** Whether a duty must be in place before the handling begins. */
export function isBefore(obligation: Obligation): obligation is ObligationBefore {
  return Object.hasOwn(OBLIGATIONS_BEFORE, obligation);
}
