import type { Store } from "@shiming/contract";
import type { FakeClock } from "../fake-clock.ts";

/** One thing that every store does, shown on a fresh and empty store. */
export interface StoreCase {
  readonly title: string;
  readonly run: (store: Store, clock: FakeClock) => Promise<void>;
}
