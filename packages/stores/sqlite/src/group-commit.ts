import { setImmediate } from "node:timers";

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** So that one group cannot hold the event loop for long. */
const LARGEST_GROUP = 1000;
/** Turns of the event loop that a group may gather for: well under a millisecond where a turn is busy. */
const MOST_TURNS = 8;

/**
 * Gathers jobs as long as each turn of the event loop brings more, and runs them together, so that they share one
 * write to the disk. A job that comes alone waits for one turn only. `run` answers each job in its place, or throws
 * for all of them.
 */
export class GroupCommit<Job, Result> {
  readonly #run: (jobs: readonly Job[]) => readonly Result[];
  #waiting: Waiting<Job, Result>[] = [];

  constructor(run: (jobs: readonly Job[]) => readonly Result[]) {
    this.#run = run;
  }

  /** Settles when the group of this job has run. */
  add(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) this.#schedule();
      this.#waiting.push({ job, resolve, reject });
    });
  }

  /** Runs what waits, in this turn. */
  flush(): void {
    while (this.#waiting.length > 0) this.#runGroup();
  }

  #schedule(turnsLeft = MOST_TURNS, seen = 1): void {
    setImmediate(() => {
      const gathered = this.#waiting.length;
      if (gathered > seen && turnsLeft > 1) return this.#schedule(turnsLeft - 1, gathered);
      this.#runGroup();
      if (this.#waiting.length > 0) this.#schedule();
    });
  }

  #runGroup(): void {
    const group = this.#waiting.splice(0, LARGEST_GROUP);
    if (group.length === 0) return;
    try {
      const results = this.#run(group.map(({ job }) => job));
      results.forEach((result, place) => group[place]?.resolve(result));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
