import type { OpenCase } from "./event.ts";
import { instant } from "./facts.ts";
import { RULE_FACTS } from "./generated/rule-facts.ts";
import type { Finding, RuleContext, WorkCalendar } from "./model.ts";
import { codeName } from "./naming.ts";

/** The longest that a promise may be (METHOD 6.3, 6.5). */
export const MAX_WORKING_DAYS: number = RULE_FACTS["IC-6-3"].params.maxWorkingDays;

/** When a request or complaint came, and how long an answer may take. */
export interface ReceivedCase {
  /** RFC 3339. */
  readonly receivedAt: string;
  /** Working days. Default, and at most, 15. */
  readonly promisedDays?: number;
  readonly calendar: WorkCalendar;
}

/** The last day on which an answer is in time, as YYYY-MM-DD in China. The day after receipt is day 1. */
export function answerDueOn({ receivedAt, promisedDays = MAX_WORKING_DAYS, calendar }: ReceivedCase): string {
  const days = Math.min(promisedDays, MAX_WORKING_DAYS);
  return calendar.addWorkingDays(dayInChina(receivedAt), days).date;
}

/** What is to be said of one open case today: that it is late, or that its day is near. */
export function lateness(
  { receivedAt, id }: OpenCase,
  promisedDays: number | undefined,
  { calendar, now }: RuleContext,
): Finding | undefined {
  // Never guessed: without a calendar nobody knows which days were working days.
  if (calendar === undefined) return { code: "CALENDAR_MISSING", message: "context.calendar is missing" };
  const today = dayInChina(now?.() ?? "");
  const due = answerDueOn({ receivedAt, calendar, ...(promisedDays !== undefined && { promisedDays }) });
  if (today > due) return { code: "ANSWER_OVERDUE", message: `case ${codeName(id)} was due on ${due}` };
  return today >= dayBefore(due)
    ? { code: "ANSWER_DUE", message: `case ${codeName(id)} is due on ${due}` }
    : undefined;
}

const HOUR_MS = 3_600_000;

/** China has one time zone, UTC+8, and no summer time. Throws for what is no time. */
function dayInChina(time: string): string {
  return new Date(instant(time) + 8 * HOUR_MS).toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  return new Date(instant(day) - 24 * HOUR_MS).toISOString().slice(0, 10);
}
