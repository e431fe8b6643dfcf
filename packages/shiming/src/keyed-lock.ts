import { neverAborted, untilAborted } from "@shiming/contract";

/** Lets one task at a time run under a key, in this process. The signal ends the waiting, not a task that has begun. */
export type KeyedLock = <T>(key: string, task: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

export function createKeyedLock(): KeyedLock {
  const last = new Map<string, Promise<unknown>>();
  return async (key, task, signal = neverAborted) => {
    const before = last.get(key);
    const mine = before === undefined ? task() : untilAborted(before, signal).then(task);
    // Whoever comes next waits for both: one that gives up its place must not let them pass.
    const turn = Promise.allSettled([before, mine]);
    last.set(key, turn);
    try {
      return await mine;
    } finally {
      // Whoever came later has put their own turn there. One that gave up leaves its turn to run out.
      if (last.get(key) === turn) void turn.then(() => last.get(key) === turn && last.delete(key));
    }
  };
}
