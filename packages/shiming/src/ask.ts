import {
  abortError,
  type Clock,
  type Field,
  type OutcomeStatus,
  type Provider,
  type ProviderContext,
  ProviderError,
  type ProviderResult,
  type Sealer,
  ShimingError,
} from "@shiming/contract";

/** A provider's answer, and which fields it opened to get it. */
export interface Asked {
  readonly result: ProviderResult;
  readonly sent: readonly Field[];
}

/** Why there is no answer, and which fields were opened before that was known. */
export interface NotAnswered {
  readonly error: unknown;
  readonly sent: readonly Field[];
}

export interface AskTools {
  readonly verificationId: string;
  readonly clock: Clock;
  readonly sealer: Sealer;
  /** Default: a signal that never fires. */
  readonly signal: AbortSignal | undefined;
  readonly claimOnce: ProviderContext["claimOnce"];
}

const NEVER: AbortSignal = new AbortController().signal;

/** Step 8: asks once, and keeps count of what is opened for the asking. */
export async function ask(
  provider: Provider,
  question: (context: ProviderContext) => Promise<ProviderResult>,
  tools: AskTools,
): Promise<Asked | NotAnswered> {
  const opened = new Set<Field>();
  const { sealer, signal = NEVER, verificationId, clock, claimOnce } = tools;
  const context: ProviderContext = {
    verificationId,
    clock,
    signal,
    claimOnce,
    reveal(sealed) {
      const value = sealer.open(sealed);
      opened.add(sealed.field);
      return value;
    },
  };
  try {
    const result = await question(context);
    if (!isResult(result)) throw unknownEnd(provider);
    return { result, sent: [...opened] };
  } catch (error) {
    return { error: translate(error, provider, signal), sent: [...opened] };
  }
}

/** The one place where a foreign error ends. It is dropped whole: its message, its cause and its fields may hold values. */
function translate(error: unknown, provider: Provider, signal: AbortSignal): unknown {
  if (error instanceof ShimingError) return error;
  return signal.aborted ? abortError() : unknownEnd(provider);
}

function unknownEnd(provider: Provider): ProviderError {
  return new ProviderError("RESPONSE_INVALID", {
    provider: provider.id,
    message: "the provider failed in a way that it should have reported itself",
    charge: { charged: "unknown", basis: `${provider.id}: the call ended in an unknown state` },
  });
}

const STATUSES: ReadonlySet<unknown> = new Set<OutcomeStatus>([
  "match",
  "mismatch",
  "no-record",
  "invalid",
  "pending",
  "in-doubt",
]);

/** A provider from outside may be plain JavaScript: without a status and a charge there is nothing to go by. */
function isResult(result: ProviderResult): boolean {
  const { status, charge }: Partial<ProviderResult> = result ?? {};
  return STATUSES.has(status) && typeof charge?.charged === "string";
}
