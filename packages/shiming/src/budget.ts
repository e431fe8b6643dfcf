import { type Add, assertOption, assertOptions, BudgetError } from "@shiming/contract";
import { chinaDay } from "./china-day.ts";

/** Caps that stop asking before money is spent. */
export interface Budget {
  /** For each civil day in Beijing. Default: no cap. */
  readonly perDay?: {
    /** Calls that may have been charged. Default: no cap. */
    readonly calls?: number;
    /** Millionths of a yuan (CNY). Default: no cap. */
    readonly costMicros?: number;
  };
}

/** What one call sets aside before it is made. */
export interface Reservation {
  readonly day: string;
  readonly costMicros: number;
}

/** Counters of past days are of no use to a daily cap; two days leave room for clocks that disagree. */
const COUNTER_LIFETIME_MS = 2 * 86_400_000;

const counters = (day: string): { calls: string; cost: string } => ({
  calls: `budget/${day}/calls`,
  cost: `budget/${day}/cost-micros`,
});

/** @throws UsageError `INVALID_OPTION` for a cap that is not a whole number of at least 0. */
export function checkBudget(budget: Budget | undefined): void {
  if (budget === undefined) return;
  assertOptions(budget, "budget", ["perDay"]);
  const { perDay = {} } = budget;
  assertOptions(perDay, "budget.perDay", ["calls", "costMicros"]);
  for (const [name, cap] of Object.entries(perDay)) {
    const isCap = Number.isSafeInteger(cap) && cap >= 0;
    assertOption(isCap, `budget.perDay.${name}`, "must be a whole number of at least 0");
  }
}

export function reservationFor(costMicros: number | undefined, now: number): Reservation {
  return { day: chinaDay(now), costMicros: costMicros ?? 0 };
}

/** Takes one call and its price out of the day, or fails the whole commit when a cap would be passed. */
export function reserve(
  { day, costMicros }: Reservation,
  budget: Budget | undefined,
  now: number,
): readonly Add[] {
  if (budget?.perDay === undefined) return [];
  const { calls, costMicros: maxCost } = budget.perDay;
  const names = counters(day);
  const expiresAt = now + COUNTER_LIFETIME_MS;
  return [
    {
      change: "add",
      counter: names.calls,
      amount: 1,
      expiresAt,
      ...(calls === undefined ? {} : { max: calls }),
    },
    {
      change: "add",
      counter: names.cost,
      amount: costMicros,
      expiresAt,
      ...(maxCost === undefined ? {} : { max: maxCost }),
    },
  ];
}

/** Gives back what was set aside, when it turns out that nothing was charged. */
export function release(
  { day, costMicros }: Reservation,
  budget: Budget | undefined,
  now: number,
): readonly Add[] {
  if (budget?.perDay === undefined) return [];
  const names = counters(day);
  // As in `reserve`: a counter that has ended meanwhile must not begin anew and stay.
  const expiresAt = now + COUNTER_LIFETIME_MS;
  return [
    { change: "add", counter: names.calls, amount: -1, expiresAt },
    { change: "add", counter: names.cost, amount: -costMicros, expiresAt },
  ];
}

/** The error for the change of {@link reserve} that did not hold. */
export function budgetError(counter: string): BudgetError {
  return new BudgetError(counter.endsWith("/calls") ? "calls per day" : "cost per day");
}
