import type { Clock } from "../../clock.ts";
import { createExpiringMap } from "../../expiring-map.ts";
import type { Verdict } from "./judge.ts";

/** What the wire tells of a check at one moment. */
export type Standing = Verdict["final"] | { readonly status: 1 };

/** The checks that were submitted, by their `ai`. They hold no name and no number. */
export interface Submissions {
  /** Takes a check; undefined when its `ai` is in use. */
  submit(ai: string, verdict: Verdict): Standing | undefined;
  /** The answer to an earlier check; undefined when there is none. */
  query(ai: string): Standing | undefined;
  /** Forgets all. */
  clear(): void;
}

const MAX_SUBMISSIONS = 10_000;
/** Once a query has returned an answer, it is deleted after 300 seconds (specification V1.8, query). */
const KEPT_AFTER_ANSWER_MS = 300_000;

interface Submission {
  readonly verdict: Verdict["final"];
  /** When the answer is there, milliseconds since 1970. */
  readonly readyAt: number;
  readonly isAnswered: boolean;
}

/** No submissions yet. */
export function createSubmissions(clock: Clock): Submissions {
  const kept = createExpiringMap<Submission>({ capacity: MAX_SUBMISSIONS, clock });
  const standingOf = ({ verdict, readyAt }: Submission): Standing =>
    clock.now() < readyAt ? { status: 1 } : verdict;
  return {
    submit(ai, { final, afterMs }) {
      if (kept.get(ai) !== undefined) return undefined;
      const submission = { verdict: final, readyAt: clock.now() + afterMs, isAnswered: false };
      kept.set(ai, submission, Infinity);
      return standingOf(submission);
    },
    query(ai) {
      const submission = kept.get(ai);
      if (submission === undefined) return undefined;
      const standing = standingOf(submission);
      if (standing.status !== 1 && !submission.isAnswered) {
        kept.set(ai, { ...submission, isAnswered: true }, KEPT_AFTER_ANSWER_MS);
      }
      return standing;
    },
    clear: () => kept.clear(),
  };
}
