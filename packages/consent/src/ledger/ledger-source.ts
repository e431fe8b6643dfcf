import type { Store } from "@shiming/contract";

/** What a ledger is read from: a store, or a snapshot of one that can also list its keys. */
export interface LedgerSource extends Pick<Store, "get" | "read"> {
  /**
   * The keys of all entries that begin with a text. A store cannot list them; a snapshot of a file can, and then an
   * entry that no line accounts for is found too. Nobody may write meanwhile.
   */
  keys?(prefix: string): Iterable<string>;
}
