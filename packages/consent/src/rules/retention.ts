/** How long data may be kept, by what the person agreed to and what was announced (NDSR 22(4); PIPL 19, 47). */
import type { Field } from "@shiming/contract";
import type { KeptData } from "./event.ts";
import { consentOf, instant, needsConsent } from "./facts.ts";
import type { RuleContext } from "./model.ts";

const DAY_MS = 86_400_000;

/** Data that were deleted, told without their content. */
export type DeletionRecord = Pick<KeptData, "id" | "purpose" | "field"> & {
  /** RFC 3339. */
  readonly deletedAt: string;
};

/** What is asked about. */
export interface Kept {
  readonly purpose: string;
  readonly field: Field;
  /** RFC 3339. */
  readonly collectedAt: string;
}

/**
 * The last moment, in milliseconds since the epoch: the shorter of what the consent and the notice say, unless the row
 * of the notice cites a law that sets its period. `undefined` where nothing sets a number of days.
 */
export function keptUntil({ purpose, field, collectedAt }: Kept, context: RuleContext): number | undefined {
  const rows = (context.manifest?.items ?? []).filter(
    (item) => item.purpose === purpose && item.field === field,
  );
  const event = { purpose, fields: [field] };
  const isAgreed = needsConsent(event, context) && !rows.some(({ retentionLaw }) => retentionLaw);
  const agreed = isAgreed ? consentOf(event, context).retentionDays : undefined;
  const days = [...rows.map(({ retentionDays }) => retentionDays), agreed].filter(
    (each) => each !== undefined,
  );
  return days.length === 0 ? undefined : instant(collectedAt) + Math.min(...days) * DAY_MS;
}

/** Whether data are still there when they must not be. A time that cannot be read is too late. */
export function isOverdue(kept: KeptData, context: RuleContext, at: string | undefined): boolean {
  const until = keptUntil(kept, context);
  return kept.deletedAt === undefined && until !== undefined && !(instant(at) <= until);
}

/**
 * The sweep: what to delete now, and what to write down about it (NDSR 22(4); PIPL 47).
 *
 * @param kept - What a store holds, told without its values.
 * @param at - The time of the sweep, RFC 3339.
 * @example
 * ```ts
 * import { deletionsDue } from "@shiming/consent/rules";
 *
 * const row = { purpose: "sign-in", field: "mobile-number" } as const;
 * const manifest = { items: [{ ...row, retentionDays: 30 }] };
 * const kept = [{ ...row, id: "row-1", collectedAt: "2026-01-01T00:00:00Z" }];
 * console.log(deletionsDue(kept, { manifest }, "2026-02-01T00:00:00Z").map(({ id }) => id)); // [ 'row-1' ]
 * ```
 */
export function deletionsDue(
  kept: readonly KeptData[],
  context: RuleContext,
  at: string,
): readonly DeletionRecord[] {
  return kept
    .filter((each) => isOverdue(each, context, at))
    .map(({ id, purpose, field }) => ({ id, purpose, field, deletedAt: at }));
}
