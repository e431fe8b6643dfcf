import type { ErrorCode } from "@shiming/contract";

/** One wrong use of the packages: the whole of it, what the compiler says, and what happens where nobody asks one. */
export interface Misuse {
  /** What is done. Unique, and the name of both tests. */
  readonly name: string;
  /** The body of an async function. What it names is imported for it, see `write-modules.ts`. */
  readonly code: string;
  /** The one error that it gives. */
  readonly error: `TS${number}`;
  /** A part of the message that tells the developer what is wrong, such as the name of the missing field. */
  readonly mentions: string;
  readonly atRunTime: AtRunTime;
}

/** What the same code does as plain JavaScript. */
export type AtRunTime = Refused | Harmless;

/** The call throws or rejects; nothing is sent and no decision is kept. */
export interface Refused {
  /** The code of our error, or the name of the language's. */
  readonly refused: ErrorCode | "TypeError" | "SyntaxError" | "CivilDateError";
  /** A field of the `ConsentError`, or the path of the `UsageError`. */
  readonly at?: string;
}

/** Only the types see this one. Without them the code gives this value, and nothing is sent all the same. */
export interface Harmless {
  readonly gives: unknown;
  /** Why there is nothing to refuse. */
  readonly because: string;
}

/** Right use, and so the proof that the harness can tell one from the other: it compiles, and gives this value. */
export interface RightUse {
  readonly name: string;
  readonly code: string;
  readonly gives: unknown;
}

/** Wrong use that no compiler can see. It compiles, and is refused or stopped at run time. */
export interface UnseenMisuse {
  readonly name: string;
  readonly code: string;
  readonly atRunTime: AtRunTime;
}
