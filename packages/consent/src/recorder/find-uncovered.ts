import type { Field } from "@shiming/contract";
import type { NotedAct } from "./act.ts";
import type { NotedUse } from "./use.ts";

/** A field that was used without an act that allows it. It names fields and never holds a value. */
export interface UncoveredUse {
  readonly field: Field;
  /** `sent` left the process, `read` was taken from a source. */
  readonly how: "read" | "sent";
  /** What did it, where that was told. */
  readonly where?: string;
  /** Who has it now. */
  readonly recipient?: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly reason: UncoveredReason;
  /** The purpose that would have covered it, or the one that it was used for. */
  readonly purposeId?: string;
  /** When the act was that came too late, or that ended or refused the consent. Milliseconds since the epoch. */
  readonly actAt?: number;
}

/** Why no act covers a use; of several, the first of these. */
export type UncoveredReason =
  "withdrawn" | "act-came-later" | "recipient-not-named" | "refused" | "field-not-granted" | "no-act";

/** From the most to the least telling. */
const REASONS: readonly UncoveredReason[] = [
  "withdrawn",
  "act-came-later",
  "recipient-not-named",
  "refused",
  "field-not-granted",
  "no-act",
];

/** The fields of a use that no act before it allows. */
export function findUncovered(acts: readonly NotedAct[], use: NotedUse): readonly UncoveredUse[] {
  const places = placesOf(acts.filter((act) => concerns(act, use)));
  return use.fields.flatMap((field): UncoveredUse[] => {
    const verdicts = places.map((place) => judge(place, use, field));
    if (verdicts.some((verdict) => verdict === undefined)) return [];
    return [{ ...uncovered(use, field), ...mostTelling(verdicts) }];
  });
}

/** Where nothing is known of a person or a purpose, any will do. */
function concerns(act: NotedAct, { purposeId, subject }: NotedUse): boolean {
  if (purposeId !== undefined && act.purposeId !== purposeId) return false;
  return subject === undefined || act.subject === undefined || act.subject === subject;
}

/** The acts of one person about one purpose, whoever the recipient is. */
function placesOf(acts: readonly NotedAct[]): readonly (readonly NotedAct[])[] {
  const places = Map.groupBy(acts, ({ purposeId, subject }) => JSON.stringify([purposeId, subject]));
  return [...places.values()];
}

type Verdict = Pick<UncoveredUse, "reason" | "purposeId" | "actAt">;

/** What the acts of one place have against a use; undefined when they allow it. */
function judge(place: readonly NotedAct[], use: NotedUse, field: Field): Verdict | undefined {
  const before = standing(
    place.filter((act) => isBefore(act, use)),
    use,
  );
  const reason = objection(before, use, field);
  if (reason === undefined) return undefined;
  const all = standing(place, use);
  const isLate = reason !== "withdrawn" && objection(all, use, field) === undefined;
  const act = isLate ? (all.own ?? all.whole) : (before.own ?? before.whole);
  if (act === undefined) return { reason };
  return { reason: isLate ? "act-came-later" : reason, purposeId: act.purposeId, actAt: act.at };
}

/** What stands at a moment: about the purpose as a whole, and about the recipient of the use alone. */
interface Standing {
  readonly whole: NotedAct | undefined;
  readonly own: NotedAct | undefined;
}

function standing(acts: readonly NotedAct[], { recipient }: NotedUse): Standing {
  const last = (about: string | undefined): NotedAct | undefined =>
    acts
      .filter((act) => act.recipient === about)
      .toSorted(inTime)
      .at(-1);
  return { whole: last(undefined), own: recipient === undefined ? undefined : last(recipient) };
}

function objection(
  { whole, own }: Standing,
  { recipient }: NotedUse,
  field: Field,
): UncoveredReason | undefined {
  const decisive = own ?? whole;
  if (decisive === undefined) return "no-act";
  // Who ends the purpose ends it for every recipient.
  if (whole?.event === "withdrawn" || decisive.event === "withdrawn") return "withdrawn";
  if (whole?.event === "refused" || decisive.event === "refused") return "refused";
  if (!decisive.granted.includes(field)) return "field-not-granted";
  const isNamed = recipient === undefined || own !== undefined || decisive.recipients?.includes(recipient);
  return isNamed ? undefined : "recipient-not-named";
}

type InTime = Pick<NotedAct, "at" | "order">;

const inTime = (one: InTime, other: InTime): number => one.at - other.at || one.order - other.order;

const isBefore = (act: InTime, use: InTime): boolean => inTime(act, use) < 0;

function mostTelling(verdicts: readonly (Verdict | undefined)[]): Verdict {
  const rank = (verdict: Verdict | undefined): number => REASONS.indexOf(verdict?.reason ?? "no-act");
  return verdicts.toSorted((one, other) => rank(one) - rank(other))[0] ?? { reason: "no-act" };
}

function uncovered(use: NotedUse, field: Field): Omit<UncoveredUse, "reason"> {
  const { where, recipient, purposeId, at } = use;
  return {
    field,
    how: recipient === undefined ? "read" : "sent",
    at,
    ...(where === undefined ? {} : { where }),
    ...(recipient === undefined ? {} : { recipient }),
    ...(purposeId === undefined ? {} : { purposeId }),
  };
}
