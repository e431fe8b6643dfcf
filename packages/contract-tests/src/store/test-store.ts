import type { Store } from "@shiming/contract";
import { fakeClock } from "../fake-clock.ts";
import type { Runner } from "../runner.ts";
import { CLOSING_CASES } from "./closing.ts";
import { COMMIT_CASES } from "./commits.ts";
import { COUNTER_CASES } from "./counters.ts";
import { DURABLE_CASES } from "./durability.ts";
import { ENTRY_CASES } from "./entries.ts";
import { LOG_CASES } from "./logs.ts";
import { REFUSAL_CASES } from "./refusals.ts";
import type { StoreUnderTest } from "./store-under-test.ts";

const CASES = [
  ...ENTRY_CASES,
  ...COUNTER_CASES,
  ...LOG_CASES,
  ...COMMIT_CASES,
  ...REFUSAL_CASES,
  ...CLOSING_CASES,
];

/**
 * Proves that something is a store: it does what the port `Store` says, one test for each promise. Every test opens
 * stores of its own and closes them.
 *
 * @example
 * ```ts
 * import { describe, it } from "node:test";
 * import type { Clock, Store } from "@shiming/contract";
 * import { testStore } from "@shiming/contract-tests";
 *
 * declare function openMyStore(options: { clock: Clock }): Promise<Store>;
 *
 * testStore({ describe, it }, { name: "my store", open: (clock) => openMyStore({ clock }) });
 * ```
 */
export function testStore({ describe, it }: Runner, { name, open, reopen }: StoreUnderTest): void {
  describe(`${name} is a store: it`, () => {
    for (const { title, run } of CASES) {
      it(title, () =>
        closingAfter(async (opened) => {
          const clock = fakeClock();
          await run(await opened(open(clock)), clock);
        }),
      );
    }
    if (reopen === undefined) return;
    for (const { title, run } of DURABLE_CASES) {
      it(title, () =>
        closingAfter(async (opened) => {
          const clock = fakeClock();
          await run(await opened(open(clock)), { clock, reopen: () => opened(reopen(clock)) });
        }),
      );
    }
  });
}

/** Runs a test, and then closes every store that the test passed through `opened`. */
async function closingAfter(
  test: (opened: (store: Promise<Store>) => Promise<Store>) => Promise<void>,
): Promise<void> {
  const stores: Store[] = [];
  try {
    await test(async (opening) => {
      const store = await opening;
      stores.push(store);
      return store;
    });
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
}
