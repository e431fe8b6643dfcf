import type { Add, Change, Clock, CommitResult, LogEntry, ReadOptions, Store } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { PlainStore, type Data } from "../testing/plain-store.ts";
import { runSuite } from "../testing/run-suite.ts";
import type { StoreUnderTest } from "./store-under-test.ts";
import { testStore } from "./test-store.ts";

type StoreClass = new (clock: Clock) => PlainStore;

/** Each row: what is wrong, the store, and words of a title that must fail. */
const FLAWS: readonly (readonly [flaw: string, Flawed: StoreClass, title: string])[] = [
  [
    "keeps entries past their time",
    class extends PlainStore {
      override isAlive(): boolean {
        return true;
      }
    },
    "keeps an entry until its time",
  ],
  [
    "ends a counter one millisecond late",
    class extends PlainStore {
      override isAlive({ expiresAt }: { expiresAt: number }): boolean {
        return expiresAt >= this.clock.now();
      }
    },
    "ends a counter at the time set",
  ],
  [
    "does not look at what is expected",
    class extends PlainStore {
      override meets(): boolean {
        return true;
      }
    },
    "lets one of many win",
  ],
  [
    "takes any version for the expected one",
    class extends PlainStore {
      override meets(expected: "absent" | number, version: "absent" | number): boolean {
        return (expected === "absent") === (version === "absent");
      }
    },
    "puts with an expected version only",
  ],
  [
    "numbers versions anew for a key that was removed",
    class extends PlainStore {
      override nextVersion(key: string): number {
        return (this.data.entries.get(key)?.version ?? 0) + 1;
      }
    },
    "a version that it never had",
  ],
  [
    "has no caps",
    class extends PlainStore {
      override capped({ max: _max, ...add }: Add): Add {
        return add;
      }
    },
    "lets a counter reach its cap and not pass it",
  ],
  [
    "waits between reading and writing",
    class extends PlainStore {
      override async commit(changes: readonly Change[]): Promise<CommitResult> {
        const seen = this.data;
        await Promise.resolve();
        this.data = seen;
        return super.commit(changes);
      }
    },
    "holds a cap exactly under 200 commits at once",
  ],
  [
    "keeps what came before the change that failed",
    class extends PlainStore {
      override afterFailure(_before: Data, working: Data): Data {
        return working;
      }
    },
    "leaves nothing of a commit whose last change fails",
  ],
  [
    "keeps the counters of a commit that failed",
    class extends PlainStore {
      override afterFailure(before: Data, working: Data): Data {
        return { ...before, counters: working.counters };
      }
    },
    "keeps commits of one turn apart",
  ],
  [
    "checks every cap before it writes",
    class extends PlainStore {
      before = new Map<string, { value: number }>();
      override async commit(changes: readonly Change[]): Promise<CommitResult> {
        this.before = this.data.counters;
        return super.commit(changes);
      }
      override capped({ max = Infinity, ...add }: Add): Add {
        const fits = (this.before.get(add.counter)?.value ?? 0) + add.amount <= max;
        return fits ? add : { ...add, max };
      }
    },
    "lets each change of a commit see the ones before it",
  ],
  [
    "writes logs backwards",
    class extends PlainStore {
      override log(logs: Data["logs"], entry: Data["logs"][number]): void {
        logs.unshift(entry);
      }
    },
    "reads a log in the order of writing",
  ],
  [
    "begins a page with the entry that was read last",
    class extends PlainStore {
      override page(entries: readonly LogEntry[], window: Required<ReadOptions>): readonly LogEntry[] {
        return super.page(entries, { ...window, after: window.after - 1 });
      }
    },
    "reads a log page by page",
  ],
  [
    "has no limit",
    class extends PlainStore {
      override page(entries: readonly LogEntry[], window: Required<ReadOptions>): readonly LogEntry[] {
        return super.page(entries, { ...window, limit: Infinity });
      }
    },
    "reads at most 1000 entries",
  ],
  [
    "takes any key",
    class extends PlainStore {
      override checkKey(): void {}
    },
    "refuses a bad key, names it log",
  ],
  [
    "takes any change",
    class extends PlainStore {
      override checkChanges(): void {}
    },
    "refuses amounts, caps and times that are not whole",
  ],
  [
    "shows a bad key",
    class extends PlainStore {
      override checkKey(key: string): void {
        if (!/^\w{1,256}$/.test(key)) throw new TypeError(`bad key ${key}`);
      }
    },
    "refuses a bad key, names it counter",
  ],
  [
    "works on after it was closed",
    class extends PlainStore {
      override assertOpen(): void {}
    },
    "refuses every call after it closed",
  ],
  [
    "drops what is under way when it closes",
    class extends PlainStore {
      override async commit(changes: readonly Change[]): Promise<CommitResult> {
        this.assertOpen();
        await Promise.resolve();
        return super.commit(changes);
      }
    },
    "finishes what is under way when it closes",
  ],
];

describe("testStore", () => {
  it("passes a store that keeps every promise", async () => {
    expect(await failedTitles({ open: openPlain })).toEqual([]);
  });

  it.each(FLAWS)("fails a store that %s", async (_flaw, Flawed, title) => {
    expect(await failedTitles({ open: async (clock) => new Flawed(clock) })).toContainEqual(
      expect.stringContaining(title),
    );
  });

  it("fails a store that forgets when it is closed", async () => {
    expect(await failedTitles({ open: openPlain, reopen: openPlain })).toEqual([
      expect.stringContaining("has everything again"),
      expect.stringContaining("no version and no number a second time"),
      expect.stringContaining("across two stores that share the data"),
    ]);
  });
});

async function openPlain(clock: Clock): Promise<Store> {
  return new PlainStore(clock);
}

async function failedTitles(opening: Omit<StoreUnderTest, "name">): Promise<readonly string[]> {
  const reports = await runSuite((runner) => testStore(runner, { name: "plain", ...opening }));
  return reports.filter(({ error }) => error !== undefined).map(({ title }) => title);
}
