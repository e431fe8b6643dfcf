import type { Clock } from "./clock.ts";

/** Names of the personal fields a request can carry. The journal holds these names, never the values. */
export type PersonalField =
  | "name"
  | "id-document-number"
  | "id-document-validity"
  | "mobile-number"
  | "credit-code"
  | "entity-name"
  | "legal-representative-name"
  | "legal-representative-id-number"
  | "network-identity-credential"
  | "one-tap-token";

/** What a wire tells of one request. No value from the request goes in here. */
export interface JournalNote {
  /** Vendor's action name, or `unknown`: a name the caller made up is not repeated. */
  readonly action: string;
  /** Vendor's own result or error code. */
  readonly status: string;
  /** Personal fields that were present. */
  readonly fields: readonly PersonalField[];
  /** Request id that the answer carried; empty where the wire has none. */
  readonly requestId: string;
}

/** One line of the journal. */
export interface JournalEntry extends JournalNote {
  /** Running number, from 1. */
  readonly seq: number;
  /** When, RFC 3339 in UTC. */
  readonly at: string;
  /** Id of the wire that answered. */
  readonly wire: string;
}

/** What the journal still holds. */
export interface JournalPage {
  /** Oldest first. */
  readonly entries: readonly JournalEntry[];
  /** How many older entries were overwritten. */
  readonly dropped: number;
}

/** A ring: writing costs the same after a million entries as after one. */
export interface Journal {
  /** Adds a line, overwriting the oldest when full. */
  record(wire: string, note: JournalNote): void;
  /** A copy of what is held. */
  readonly read: () => JournalPage;
  /** Empties it and starts counting again. */
  clear(): void;
}

/** What a journal needs. */
export interface JournalOptions {
  /** Most entries held. */
  readonly capacity: number;
  /** Stamps the entries. */
  readonly clock: Clock;
}

interface Line {
  readonly at: number;
  readonly wire: string;
  readonly note: JournalNote;
}

/** An empty journal. */
export function createJournal({ capacity, clock }: JournalOptions): Journal {
  let lines: Line[] = [];
  let written = 0;
  return {
    record(wire, note) {
      lines[written % capacity] = { at: clock.now(), wire, note };
      written += 1;
    },
    read() {
      const dropped = Math.max(0, written - capacity);
      const oldest = dropped === 0 ? 0 : written % capacity;
      const ordered = [...lines.slice(oldest), ...lines.slice(0, oldest)];
      const entries = ordered.map(({ at, wire, note }, index) => ({
        seq: dropped + index + 1,
        at: new Date(at).toISOString(),
        wire,
        ...note,
      }));
      return { entries, dropped };
    },
    clear() {
      lines = [];
      written = 0;
    },
  };
}
