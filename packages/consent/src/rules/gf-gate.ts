/** The gate: one for every entry, closed by default, on the server too. */
import { defineRule } from "./define-rule.ts";
import { consentOf, instant, needsConsent, timeOf } from "./facts.ts";
import type { Rule } from "./model.ts";
import { codeName } from "./naming.ts";

/** An entry point that has no consents to ask has gone round the gate. */
const oneGate = defineRule("GF-02", (event, context) =>
  needsConsent(event, context) && context.consent === undefined
    ? { code: "GATE_MISSING", message: "this entry point is not wired to the consents" }
    : undefined,
);

/** In every profile: there is no mode that only warns. */
const missingIsDenied = defineRule("GF-08", (event, context) => {
  if (event.type !== "collect" || !needsConsent(event, context)) return undefined;
  const { state } = consentOf(event, context);
  return state === "given"
    ? undefined
    : { code: "CONSENT_MISSING", message: `the consent for purpose ${codeName(event.purpose)} is: ${state}` };
});

/** A bare "agreed" tells nothing: what a record says is looked at for each event. */
const boundConsent = defineRule("GF-12", (event, context) => {
  if (event.type !== "collect" || !needsConsent(event, context)) return undefined;
  const consent = consentOf(event, context);
  const parts = ["purposeHash", "policyVersion", "fields", "actor", "at"] as const;
  const missing = parts.filter((part) => consent[part] === undefined);
  return consent.state !== "given" || missing.length === 0
    ? undefined
    : { code: "UNBOUND_CONSENT", message: `the record of the consent lacks: ${missing.join(", ")}` };
});

/** A store that fails is answered by `evaluate` itself. A clock that went back asks again, and lengthens nothing. */
const failClosed = defineRule(
  "GF-13",
  (event, context) => {
    const latest = context.history?.latest;
    return latest !== undefined && !(instant(timeOf(event, context)) >= instant(latest))
      ? { code: "CLOCK_BACKWARDS", message: "the clock is behind the latest time that the store has seen" }
      : undefined;
  },
  ["consent.request"],
);

/** A client can be changed by whoever holds it: the server looks at the signed receipt. */
const serverToo = defineRule(
  "GF-14",
  (event, context) => {
    const isServer = context.side === "server" || event.path === "server";
    return isServer && needsConsent(event, context) && context.receiptVerified !== true
      ? { code: "RECEIPT_MISSING", message: "no signed receipt of the consent came with the call" }
      : undefined;
  },
  ["share", "network.send"],
);

export const GF_GATE: readonly Rule[] = [oneGate, missingIsDenied, boundConsent, failClosed, serverToo];
