/** Real names and the national network identity (CSL 26; Anti-Telecom-Fraud Law 21; Network Identity Measures 7). */
import type { Field } from "@shiming/contract";
import { realNameServiceFacts } from "../law/real-name-services.ts";
import { REAL_NAME_WAYS } from "../law/real-name-ways.ts";
import { defineRule } from "./define-rule.ts";
import type { EventParts } from "./event-parts.ts";
import { consentOf, purposeOf } from "./facts.ts";
import type { Finding, Rule, RuleContext } from "./model.ts";
import { fieldNames } from "./naming.ts";
import { isSeparate } from "./separate-consent.ts";
import { hasUnequalTiers } from "./service-tiers.ts";

const NETWORK_IDENTITY = "network-identity";

/** What each way of verifying asks for; a way may go by the name of its field. */
const FIELDS_OF_WAY: Readonly<Record<string, readonly Field[]>> = {
  ...REAL_NAME_WAYS,
  "mobile-number": REAL_NAME_WAYS.phone,
  "id-document-number": REAL_NAME_WAYS["id-number"],
};

/** What the network identity takes the place of. */
const PLAIN_IDENTITY: ReadonlySet<Field> = new Set<Field>([
  "name",
  "id-document-number",
  "id-document-copy",
  "face-image",
]);

function isRealName(event: EventParts, context: RuleContext): boolean {
  return event.purpose === "real-name" || purposeOf(event, context)?.kind === "real-name";
}

/**
 * Network Identity Measures 7. The general duty to know who somebody is has been met; only a law that asks for the
 * plain identity all the same, or an act of the person's own, lets an app ask on.
 */
const noPlainIdentity = defineRule("EX-11", (event, context) => {
  const isPassed = context.subject?.verifiedBy?.includes(NETWORK_IDENTITY) === true;
  if (!isPassed || event.legalRef || !isRealName(event, context)) return undefined;
  const plain = (event.fields ?? []).filter((field) => PLAIN_IDENTITY.has(field));
  if (plain.length === 0 || isSeparate(consentOf(event, context, { act: "plain-identity" })))
    return undefined;
  return {
    code: "NID_PLAINTEXT",
    message: `already verified by the network identity, yet asked for: ${fieldNames(plain)}`,
  };
});

/** Network Identity Measures 7; NDSR 43; PIPL 62(3): voluntary, never the only way, the same service for the others. */
const networkIdentityIsVoluntary = defineRule("EX-12", (event, context) => {
  const { methods = [], tiers } = context.manifest?.realName ?? {};
  if (!methods.includes(NETWORK_IDENTITY)) return undefined;
  if (methods.every((method) => method === NETWORK_IDENTITY)) {
    return { code: "NID_ONLY", message: "the network identity is the only way to verify" };
  }
  const isOtherTier =
    event.type === "service.offer" && tiers !== undefined && event.tier !== tiers[NETWORK_IDENTITY];
  return isOtherTier || hasUnequalTiers(methods, context)
    ? { code: "UNEQUAL_SERVICE", message: "those who verify in another way get another service" }
    : undefined;
});

/**
 * CSL 26; Anti-Telecom-Fraud Law 21; PIPL 6. Services of other laws, such as banking, cite theirs in the event. One way
 * is enough, and the same way again is how a doubt is cleared (Anti-Telecom-Fraud Law 22, 33).
 */
const onlyWhereALawAsks = defineRule("EX-13", (event, context) => {
  if (event.legalRef || !isRealName(event, context)) return undefined;
  return dutyMissing(context) ?? secondWay(event, context);
});

function dutyMissing({ manifest }: RuleContext): Finding | undefined {
  const kinds = manifest?.realName?.serviceKinds ?? [];
  if (kinds.some((kind) => realNameServiceFacts(kind) !== undefined)) return undefined;
  return {
    code: "NO_REALNAME_DUTY",
    message:
      "no law asks for a real name here: realName.serviceKinds lists none of the services that have to",
  };
}

function secondWay(event: EventParts, { subject }: RuleContext): Finding | undefined {
  const passed = subject?.verifiedBy ?? [];
  const known = new Set(passed.flatMap((way) => FIELDS_OF_WAY[way] ?? []));
  const further = (event.fields ?? []).filter((field) => !known.has(field));
  if (passed.length === 0 || further.length === 0) return undefined;
  return {
    code: "ONE_METHOD_ENOUGH",
    message: `the real name is known already, yet asked for: ${fieldNames(further)}`,
  };
}

export const EX_IDENTITY: readonly Rule[] = [noPlainIdentity, networkIdentityIsVoluntary, onlyWhereALawAsks];
