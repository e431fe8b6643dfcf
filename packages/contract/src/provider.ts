import type { CheckKind, NetworkIdentityMode } from "./check.ts";
import type { SealedCheck } from "./check-fields.ts";
import type { Charge } from "./charge.ts";
import type { Clock } from "./clock.ts";
import type { Field } from "./field.ts";
import type { InDoubt, Invalid, Match, Mismatch, NoRecord, Pending } from "./outcome.ts";
import type { Sealed } from "./sealed.ts";

/**
 * One way to ask one vendor. A provider is a value: an app makes it with the vendor's factory and passes it to the
 * engine. It builds the request, sends it and reads the answer; consent, budget, routing and once-only are not its work.
 */
export interface Provider {
  /** The version of this interface. A change to the interface is a new number. */
  readonly specificationVersion: 1;
  /** Stable, lower case, such as `tencent`; purposes name it as recipient and receipts carry it. */
  readonly id: string;
  /** Where the data go, for residency rules: ISO 3166-1 alpha-2 of the servers. */
  readonly region: string;
  /** Every host that personal data are sent to. */
  readonly hosts: readonly string[];
  /** What it can do, as data. */
  readonly capabilities: readonly Capability[];
  /**
   * Asks the vendor once. Never asks again by itself after bytes were written.
   *
   * Throws a `ProviderError`, or `AbortError` when the context's signal fires before the answer. A lost answer is
   * the result `in-doubt`, not an exception.
   */
  verify(check: SealedCheck, context: ProviderContext): Promise<ProviderResult>;
  /**
   * Asks for the answer to an earlier call, free of charge. Only where the vendor has such a query. The charge of the
   * result is that of the earlier call.
   */
  resume?(handle: string, context: ProviderContext): Promise<ProviderResult>;
  /** Lets go of connections. */
  close?(): Promise<void>;
}

/** One kind of check that a provider can do: it fits a check of this kind that sends exactly these fields. */
export interface Capability {
  readonly kind: CheckKind;
  readonly fields: readonly Field[];
  /** Only these modes of the network identity. Default: all. */
  readonly modes?: readonly NetworkIdentityMode[];
  /** What one charged call costs, in millionths of a yuan (CNY). Default: unknown, counted as 0. */
  readonly costMicros?: number;
}

/** What the engine lends a provider for one call. */
export interface ProviderContext {
  readonly verificationId: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Opens a sealed value and writes down that it was opened, for whom and under which grant. */
  reveal(sealed: Sealed): string;
  /**
   * Takes a single-use token for this call: true the first time anyone who shares the store asks for this key, false
   * ever after until `until` (milliseconds since the epoch). Only a blind index of the key is kept.
   *
   * What a call has taken is given back when it ends with an error that is retryable and cost nothing: then the token
   * never left.
   */
  claimOnce(key: string, until: number): Promise<boolean>;
}

/** What a provider found: an outcome without the parts that the engine knows better. */
export type ProviderResult = ProviderAnswer & {
  readonly charge: Charge;
  /** The vendor's request id, for a support ticket. */
  readonly reference?: string;
};

/** What the vendor said, without what the call cost. */
export type ProviderAnswer = Match | Mismatch | NoRecord | Invalid | ProviderPending | ProviderInDoubt;

/** As {@link Pending}, with the provider's own handle for {@link Provider.resume}. */
export type ProviderPending = Pending;

/** As {@link InDoubt}; the handle is absent where the vendor has no query. */
export type ProviderInDoubt = Omit<InDoubt, "handle"> & { readonly handle?: string };
