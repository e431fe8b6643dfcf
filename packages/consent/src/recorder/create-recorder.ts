import { type Clock, type Field, isField, systemClock, UsageError } from "@shiming/contract";
import type { ConsentEvent } from "../record.ts";
import type { NotedAct, RecordedAct } from "./act.ts";
import { CallBeforeConsentError } from "./call-before-consent-error.ts";
import { findUncovered, type UncoveredUse } from "./find-uncovered.ts";
import { fetchJournal, type JournalOptions, usesIn } from "./journal.ts";
import type { NotedUse, SentData, SourceDetails } from "./use.ts";
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
  /** The same function; each call of it is noted as a read of these fields, also one that fails. */
  source<Arguments extends unknown[], Value>(
    fields: Field | readonly Field[],
    read: (...given: Arguments) => Value,
    details?: SourceDetails,
  ): (...given: Arguments) => Value;
  /** Notes what left the process. */
  sent(data: SentData): void;
  /**
   * Notes what a mock authority was sent, by its journal over HTTP. Read again, the journal takes the place of what was
   * read of it before.
   *
   * @param url - of the mock authority, or of its journal
   * @throws UsageError `INVALID_INPUT` for an answer that is no journal, or one that has dropped entries.
   */
  readJournal(url: string, options: JournalOptions): Promise<void>;
  /** Every field that was read or sent and that no act before it covers, in the order of time. */
  uncovered(): readonly UncoveredUse[];
  /** @throws CallBeforeConsentError with one line for each field, where it went and when; never a value. */
  assertNothingBeforeConsent(): void;
}

/** Far above any test run, and little memory. */
const MAX_NOTES = 100_000;

const EVENTS: ReadonlySet<unknown> = new Set<ConsentEvent>(["given", "refused", "withdrawn", "informed"]);

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
  const acts: NotedAct[] = [];
  const uses: NotedUse[] = [];
  const journals = new Map<string, readonly NotedUse[]>();
  let order = 0;

  const stamp = (at: string | undefined): { at: number; order: number } => {
    // A recorder that forgets would let through what it has forgotten.
    if (order === MAX_NOTES)
      refuse("recorder", `holds no more than ${MAX_NOTES} acts and uses; make one for each test`);
    order += 1;
    return { at: at === undefined ? clock.now() : timeOf(at), order };
  };
  const act = ({ at, ...others }: RecordedAct): void => {
    assertFields(others.granted, "act.granted");
    if (!EVENTS.has(others.event)) refuse("act.event", "is not known");
    acts.push({ ...others, ...stamp(at) });
  };
  const withdrawn = (recordId: string): void => {
    const ended = acts.find(({ id }) => id === recordId);
    // An act that was never noted covers nothing, so there is nothing to end.
    if (ended !== undefined) acts.push({ ...ended, event: "withdrawn", granted: [], ...stamp(undefined) });
  };
  const note = ({ at, ...others }: Omit<NotedUse, "at" | "order"> & { readonly at?: string }): void => {
    assertFields(others.fields, "fields");
    uses.push({ ...others, ...stamp(at) });
  };
  const uncovered = (): readonly UncoveredUse[] =>
    [...uses, ...[...journals.values()].flat()]
      .flatMap((use) => findUncovered(acts, use))
      .toSorted((one, other) => one.at - other.at);

  return {
    act,
    watch: (consent) => watchConsent(consent, { onAct: act, onWithdrawal: withdrawn }),
    source: (fields, read, details = {}) => {
      const list = typeof fields === "string" ? [fields] : fields;
      assertFields(list, "fields");
      return (...given) => {
        note({ ...details, fields: list });
        return read(...given);
      };
    },
    sent(data) {
      // Without one it would count as a read.
      if (typeof data.recipient !== "string") refuse("sent.recipient", "must be the id of a recipient");
      note(data);
    },
    async readJournal(url, options) {
      const page = await fetchJournal(url, options);
      journals.set(url, usesIn(page, options));
    },
    uncovered,
    assertNothingBeforeConsent() {
      const found = uncovered();
      if (found.length > 0) throw new CallBeforeConsentError(found);
    },
  };
}

function timeOf(at: string): number {
  const time = Date.parse(at);
  return Number.isNaN(time) ? refuse("at", "must be a time in RFC 3339") : time;
}

/** A name that is no field may itself be a value, so it is neither kept nor repeated. */
function assertFields(fields: readonly string[], path: string): void {
  if (!Array.isArray(fields) || !fields.every((field) => typeof field === "string" && isField(field)))
    refuse(path, "must be a list of fields");
}

function refuse(path: string, rule: string): never {
  throw new UsageError("INVALID_INPUT", path, rule);
}
