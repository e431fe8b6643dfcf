import type { Check, Clock, Provider } from "@shiming/contract";
import type { Expectation } from "./expectation.ts";

/** How the suite gets at a provider, and what its vendor (or the mock of it) answers. */
export interface ProviderUnderTest {
  /** Shown in the titles. */
  readonly name: string;
  /** Makes the provider for a server at `baseUrl` that it waits for no longer than `timeoutMs` milliseconds. */
  readonly create: (baseUrl: string, options: { readonly timeoutMs: number }) => Provider;
  /** Where the authority is that answers the cases; asked for when a test runs. */
  readonly baseUrl: () => string;
  /** At least one. The first of each kind of check also meets the faults, so it must be one that is sent. */
  readonly cases: readonly ProviderCase[];
  /** Keys and passwords that `create` puts in; they must never show up. Default none. */
  readonly secrets?: readonly string[];
  /** The clock that the authority goes by. Default: one that stands still at noon of 22 November 2026 in China. */
  readonly clock?: Clock;
}

/** One question, and the answer that is due. */
export interface ProviderCase {
  readonly title: string;
  readonly check: Check;
  readonly expect: Expectation;
  /** What `resume` answers once this case has been asked. Default: `resume` is not asked. */
  readonly resume?: ResumeCase;
}

/** An earlier call, and what asking for its answer ends with. The first of each kind of check also meets the faults. */
export interface ResumeCase {
  /** What the provider gave, or would have given, as handle of the case. */
  readonly handle: string;
  readonly expect: Expectation;
}
