import type { ConsentState, History, RuleContext, WorkCalendar } from "./model.ts";

const CONSENT_STATES: Readonly<Record<ConsentState["state"], true>> = {
  none: true,
  requested: true,
  given: true,
  refused: true,
  withdrawn: true,
  expired: true,
};

/** A function of the context threw, or answered with nonsense: what it would have told is not known. */
export class ContextFailure extends Error {}

/** The same context, whose failures can be told from those of a rule. */
export function readableContext(context: RuleContext): RuleContext {
  const { consent, now, history, calendar, ...data } = readSafely(() => ({ ...context }));
  return {
    ...data,
    ...(consent && { consent: (query) => assertState(readSafely(() => consent(query))) }),
    ...(now && { now: () => readSafely(now) }),
    ...(history && { history: readableHistory(history) }),
    ...(calendar && { calendar: readableCalendar(calendar) }),
  };
}

/** A state that nobody knows is an answer that could not be read. */
function assertState(consent: ConsentState | undefined): ConsentState | undefined {
  if (consent === undefined || Object.hasOwn(CONSENT_STATES, consent.state)) return consent;
  throw new ContextFailure("the context could not be read");
}

function readableHistory(history: History): History {
  const { reads, ...data } = readSafely(() => ({ ...history }));
  return { ...data, reads: (...query) => readSafely(() => reads(...query)) };
}

function readableCalendar({ addWorkingDays }: WorkCalendar): WorkCalendar {
  return { addWorkingDays: (start, days) => readSafely(() => addWorkingDays(start, days)) };
}

function readSafely<Value>(read: () => Value): Value {
  try {
    return read();
  } catch {
    // Not chained as `cause`: a foreign error may hold values.
    throw new ContextFailure("the context could not be read");
  }
}
