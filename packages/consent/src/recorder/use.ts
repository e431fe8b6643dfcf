import type { Field } from "@shiming/contract";

/** Personal data that left the process. */
export interface SentData {
  readonly fields: readonly Field[];
  /** Who has them now: a provider's id. */
  readonly recipient: string;
  /** What sent them, for the report: a function, a page, an action of the vendor. Default: not told. */
  readonly where?: string;
  /** The purpose that they were sent for. Default: any that covers them will do. */
  readonly purposeId?: string;
  /** Whose they are, by the same name as in the acts. Default: not known, so anybody's act will do. */
  readonly subject?: string;
  /** RFC 3339. Default: now, by the clock of the recorder. */
  readonly at?: string;
}

/** What `recorder.source` can be told of a source. */
export interface SourceDetails {
  /** As {@link SentData.where}. */
  readonly where?: string;
  /** As {@link SentData.purposeId}. */
  readonly purposeId?: string;
  /** As {@link SentData.subject}. */
  readonly subject?: string;
}

/** A read or a sending in its place in time. */
export interface NotedUse extends SourceDetails {
  readonly fields: readonly Field[];
  /** Absent for a read: then the data are still the app's. */
  readonly recipient?: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Tells acts and uses of the same millisecond apart. */
  readonly order: number;
}
