import type { AskRealName } from "../law/ask.ts";
import type { Purpose } from "../purpose.ts";
import { purposeHash } from "../record.ts";
import type { Assessment, DeclaredItem, DeclaredPurpose, DeclaredRecipient, Manifest } from "./manifest.ts";

/** What purposes already say of a manifest; the policy, the rights and the SDKs are the app's to add. */
export type ManifestOfPurposes = Required<
  Pick<Manifest, "purposes" | "items" | "features" | "recipients" | "assessments" | "realName">
>;

/**
 * The part of a manifest that the defined purposes already say, so that nothing is declared twice. Each purpose is a
 * feature of the same id. The texts are the Chinese ones.
 *
 * @example
 * ```ts
 * import { definePurpose } from "@shiming/consent";
 * import { evaluate, manifestOf } from "@shiming/consent/rules";
 *
 * const register = definePurpose({
 *   id: "register",
 *   title: { en: "Open an account", zh: "注册账号" },
 *   why: { en: "To reach you about your account.", zh: "用于就账号事宜联系您。" },
 *   required: ["mobile-number"],
 *   basis: { article: "13.1" },
 *   retention: { en: "until the account is closed", zh: "至账号注销" },
 * });
 * const policy = { hash: "2026-06", purposesCovered: ["register"] };
 * const manifest = { ...manifestOf([register]), policy };
 * console.log(evaluate({ type: "manifest.check" }, { manifest }).verdicts);
 * ```
 */
export function manifestOf(purposes: readonly Purpose[]): ManifestOfPurposes {
  return {
    purposes: purposes.map(declaredPurpose),
    items: purposes.flatMap(declaredItems),
    features: purposes.map((purpose) => ({
      id: purpose.id,
      fields: [...purpose.required, ...purpose.optional],
      basic: purpose.function === "basic",
    })),
    recipients: purposes.flatMap(declaredRecipients),
    assessments: purposes.flatMap(assessments),
    realName: { serviceKinds: purposes.flatMap(({ realName }) => serviceKinds(realName)) },
  };
}

function declaredPurpose(purpose: Purpose): DeclaredPurpose {
  const { id, title, basis, realName } = purpose;
  return {
    id,
    kind: realName === undefined ? "service" : "real-name",
    summary: title.zh,
    basis: basis.article,
    ...(basis.article !== "13.1" && { legalRef: basis.legalRef }),
    hash: purposeHash(purpose),
  };
}

function declaredItems(purpose: Purpose): readonly DeclaredItem[] {
  const { id, why, effect, retention, recipients } = purpose;
  return [...purpose.required, ...purpose.optional].map((field) => ({
    purpose: id,
    field,
    method: why.zh,
    recipients: recipients.map((recipient) => recipient.id),
    retentionRule: retention.zh,
    necessity: why.zh,
    ...(effect && { effect: effect.zh }),
  }));
}

function declaredRecipients(purpose: Purpose): readonly DeclaredRecipient[] {
  return purpose.recipients.map(
    ({ id, role, name, contact, why = purpose.why, outsideMainland = false }) => ({
      id,
      role,
      name: name.zh,
      contact,
      outsideMainland,
      purpose: purpose.id,
      method: why.zh,
      fields: [...purpose.required, ...purpose.optional],
    }),
  );
}

/** One assessment of a purpose is for everything that the purpose does. */
function assessments({ assessment, recipients, publishes = false }: Purpose): readonly Assessment[] {
  if (assessment === undefined) return [];
  const does: Readonly<Partial<Record<Assessment["operation"], boolean>>> = {
    sensitive: true,
    share: recipients.some(({ role }) => role === "handler"),
    entrust: recipients.some(({ role }) => role === "processor"),
    publish: publishes,
    "cross-border": recipients.some(({ outsideMainland }) => outsideMainland),
  };
  // Object.entries forgets the key type.
  const operations = Object.entries(does).filter(([, isDone]) => isDone) as [Assessment["operation"], true][];
  return operations.map(([operation]) => ({ operation, ...assessment }));
}

function serviceKinds(realName: AskRealName | undefined): readonly string[] {
  return realName === undefined ? [] : [realName.service];
}
