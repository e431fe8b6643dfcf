import type { Clock, Store } from "@shiming/contract";

/** How the suite gets at a store. */
export interface StoreUnderTest {
  /** Shown in the titles. */
  readonly name: string;
  /** Opens a fresh and empty store that goes by this clock. */
  readonly open: (clock: Clock) => Promise<Store>;
  /** For stores whose data outlive them: opens another on the data of the last `open`, which may still be open. */
  readonly reopen?: (clock: Clock) => Promise<Store>;
}
