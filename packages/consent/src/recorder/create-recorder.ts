import { type Clock, type Field, systemClock, UsageError } from "@shiming/contract";
import type { RecordedAct } from "./act.ts";
import { CallBeforeConsentError } from "./call-before-consent-error.ts";
import type { UncoveredUse } from "./find-uncovered.ts";
import { createJournalFollower } from "./follow-journal.ts";
import { type JournalOptions, usesIn } from "./journal.ts";
import { assertFields, Notebook } from "./notebook.ts";
import type { SentData, SourceDetails } from "./use.ts";
import { type ActingService, watchConsent } from "./watch-consent.ts";

/** Options of {@link createRecorder}. */
export interface RecorderOptions {
  /** The one that the consent service under test has. Default: the clock of the machine. */
  readonly clock?: Clock;
}

/** Notes what people did and what was done with their data, and compares. Made by {@link createRecorder}. */
export interface Recorder {
  /** Notes an act: a `ConsentRecord`, or one of your own making. */
  act(act: RecordedAct): void;
  /** The same consent service; each act that it keeps, withdrawals included, is noted when it is durable. */
  watch<Service extends ActingService>(consent: Service): Service;
  /** The same function, `this` included; each call of it is noted as a read of these fields, also one that fails. */
  source<This, Arguments extends unknown[], Value>(
    fields: Field | readonly Field[],
    read: (this: This, ...given: Arguments) => Value,
    details?: SourceDetails,
  ): (this: This, ...given: Arguments) => Value;
  /** Notes what left the process. */
  sent(data: SentData): void;
  /**
   * Notes what a mock authority was sent, by its journal over HTTP. Read again, what is new is added, also after a reset
   * of the mock: what was found stays found. An act of the same millisecond covers an entry only when it was noted before
   * the reading that showed the entry first.
   *
   * @param url - of the mock authority, or of its journal
   * @throws UsageError `INVALID_INPUT` for an answer that is no journal, or one with a gap: entries that it has dropped
   *   and that were not read before.
   */
  readJournal(url: string, options: JournalOptions): Promise<void>;
  /** Every field that was read or sent and that no act before it covers, in the order of time. */
  uncovered(): readonly UncoveredUse[];
  /**
   * @throws CallBeforeConsentError with one line for each field, where it went and when; never a value. Also for a
   *   withdrawal of an act that was not noted: what it has ended is not known.
   */
  assertNothingBeforeConsent(): void;
}

/**
 * Makes a recorder for one test run, in any test runner.
 *
 * @example
 * ```ts
 * import type { Consent } from "@shiming/consent";
 * import { createRecorder } from "@shiming/consent/recorder";
 *
 * export async function testSignUp(consent: Consent, run: (consent: Consent, locate: () => string) => Promise<void>) {
 *   const recorder = createRecorder();
 *   const locate = recorder.source("location", () => "31.2,121.5", { where: "map page" });
 *   await run(recorder.watch(consent), locate);
 *   recorder.assertNothingBeforeConsent();
 * }
 * ```
 */
export function createRecorder({ clock = systemClock }: RecorderOptions = {}): Recorder {
  const notes = new Notebook(clock);
  const follow = createJournalFollower();
  return {
    act: (act) => notes.act(act),
    watch: (consent) =>
      watchConsent(consent, {
        onAct: (act) => notes.act(act),
        onWithdrawal: (recordId) => notes.withdrawal(recordId),
      }),
    source: (fields, read, details = {}) => {
      const list = typeof fields === "string" ? [fields] : fields;
      assertFields(list, "fields");
      return function (...given) {
        notes.use({ ...details, fields: list });
        return read.apply(this, given);
      };
    },
    sent(data) {
      // Without one it would count as a read.
      if (typeof data.recipient !== "string")
        throw new UsageError("INVALID_INPUT", "sent.recipient", "must be the id of a recipient");
      notes.use(data);
    },
    readJournal(url, options) {
      // Taken before the journal answers: what it shows may have come before an act that is noted meanwhile.
      const order = notes.nextOrder();
      return follow(url, options, (entries) => notes.placedUses(usesIn(entries, { ...options, order })));
    },
    uncovered: () => notes.uncovered(),
    assertNothingBeforeConsent() {
      const uses = notes.uncovered();
      const { unnotedWithdrawals } = notes;
      if (uses.length + unnotedWithdrawals.length > 0)
        throw new CallBeforeConsentError(uses, unnotedWithdrawals);
    },
  };
}
