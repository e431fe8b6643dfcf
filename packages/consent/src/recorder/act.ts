import type { Field } from "@shiming/contract";
import type { ConsentEvent } from "../record.ts";

/** What a person did, as far as the recorder looks at it. A `ConsentRecord` is one. */
export interface RecordedAct {
  /** The record that it is kept as. Default: none. */
  readonly id?: string;
  readonly purposeId: string;
  /** Who did it: by the same name in acts and uses. Default: not known, and so anybody. */
  readonly subject?: string;
  readonly event: ConsentEvent;
  /** What may be used from now on. Nothing after a refusal or a withdrawal. */
  readonly granted: readonly Field[];
  /** The recipient that the act is about alone. Default: it is about the purpose. */
  readonly recipient?: string;
  /** Whom an act about the purpose lets have the data. Default: nobody besides the app. */
  readonly recipients?: readonly string[];
  /** RFC 3339. Default: now, by the clock of the recorder. */
  readonly at?: string;
}

/** An act in its place in time. */
export interface NotedAct extends Omit<RecordedAct, "at"> {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Tells acts and uses of the same millisecond apart. */
  readonly order: number;
}
