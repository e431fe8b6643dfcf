import type { Exchange } from "./exchange.ts";
import type { JournalNote } from "./journal.ts";
import type { Reply } from "./reply.ts";

/** One thing to try: a request whose answer is decided by its values alone. */
export interface Scenario {
  /** `<wire>/<action>/<what happens>`. */
  readonly id: string;
  /** Id of the wire. */
  readonly wire: string;
  /** Vendor's action name. */
  readonly action: string;
  /** One English sentence. */
  readonly story: string;
  /** Parameters to send, by the vendor's names. */
  readonly request: Readonly<Record<string, string>>;
  /** Vendor code that comes back. */
  readonly answer: string;
}

/** An answer and what the journal may know of it. */
export interface Handled {
  readonly reply: Reply;
  readonly note: JournalNote;
}

/** Values to put into an SDK or adapter, by name. */
export type Credentials = Readonly<Record<string, string>>;

/** One wire protocol. The authority asks each in turn whether a request is its own. */
export interface Wire<C extends Credentials = Credentials> {
  /** Stable id, as in the catalogue. */
  readonly id: string;
  /** What a developer has to know first. */
  readonly about: string;
  /** Values that decide the answer. */
  readonly scenarios: readonly Scenario[];
  /** Base URL to give to an SDK or adapter, under this origin. */
  baseUrl(origin: string): string;
  /** Test credentials; addresses among them are under this origin. */
  credentials(origin: string): C;
  /** Whether this wire answers the request. Must not read the body. */
  readonly owns: (exchange: Exchange) => boolean;
  /** Answers, errors included, always in the vendor's own envelope. */
  handle(exchange: Exchange): Promise<Handled>;
  /** Forgets transactions and counters. */
  reset(): void;
}
