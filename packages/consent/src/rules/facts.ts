/** What several rules ask of the context, each told once. */
import type { Field } from "@shiming/contract";
import type { AppTypeFacts } from "../app-type-facts.ts";
import type { BasisArticle } from "../law/ask.ts";

import { APP_TYPES } from "../generated/app-types.ts";
import type { EventParts } from "./event-parts.ts";
import type { DeclaredFeature, DeclaredItem, DeclaredPurpose } from "./manifest.ts";
import type { ConsentQuery, ConsentState, RuleContext } from "./model.ts";

/** When the event happens, in RFC 3339: its own time, else the clock's. */
export function timeOf(event: EventParts, context: RuleContext): string | undefined {
  return event.at ?? context.now?.();
}

/** A time in milliseconds; `NaN`, which is neither before nor after anything, where there is none. */
export function instant(time: string | undefined): number {
  return time === undefined ? Number.NaN : Date.parse(time);
}

/** The declared purpose of an event. */
export function purposeOf(event: EventParts, context: RuleContext): DeclaredPurpose | undefined {
  return context.manifest?.purposes?.find(({ id }) => id === event.purpose);
}

/** The declared feature of an event. */
export function featureOf(event: EventParts, context: RuleContext): DeclaredFeature | undefined {
  return context.manifest?.features?.find(({ id }) => id === event.featureId);
}

/** The declared row of the notice for one field of an event. */
export function itemOf(event: EventParts, field: Field, context: RuleContext): DeclaredItem | undefined {
  const initiator = event.initiator ?? "app";
  return context.manifest?.items?.find(
    (item) =>
      item.purpose === event.purpose && item.field === field && (item.initiator ?? "app") === initiator,
  );
}

/** The basis of PIPL 13 that a purpose stands on: without a cited law or contract it is consent. */
export function basisOf(purpose: DeclaredPurpose | undefined): BasisArticle {
  const basis = purpose?.basis ?? "13.1";
  return basis === "13.1" || purpose?.legalRef === undefined ? "13.1" : basis;
}

/** Whether the handling of an event stands on consent. */
export function needsConsent(event: EventParts, context: RuleContext): boolean {
  return basisOf(purposeOf(event, context)) === "13.1";
}

/** What is known of the consent that an event stands on. No answer of the context is no consent. */
export function consentOf(
  event: EventParts,
  context: RuleContext,
  further: Pick<ConsentQuery, "act" | "recipient"> = {},
): ConsentState {
  const query = { purpose: event.purpose ?? "", fields: event.fields ?? [], ...further };
  return context.consent?.(query) ?? { state: "none" };
}

/** What the basic function of the app's type may need. Nothing for an app type that is not on the list (GF-09). */
export function necessaryFields(context: RuleContext): readonly Field[] {
  const listed = (APP_TYPES as Readonly<Record<string, AppTypeFacts | undefined>>)[context.appType ?? ""];
  return (listed?.necessary ?? [])
    .filter(({ when }) => when === undefined || context.conditions?.includes(when) === true)
    .map(({ field }) => field);
}
