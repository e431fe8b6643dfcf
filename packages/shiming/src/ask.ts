import {
  abortError,
  type Field,
  neverAborted,
  type Provider,
  type ProviderContext,
  ProviderError,
  type ProviderResult,
  type Sealer,
  ShimingError,
} from "@shiming/contract";
import { isResult } from "./outcomes.ts";
import type { Tools } from "./tools.ts";

/** How one call of a provider ended, which fields it opened, and which single-use tokens it took. */
export type Asked = Answered | NotAnswered;

export interface Answered extends Traces {
  readonly answered: true;
  readonly result: ProviderResult;
}

export interface NotAnswered extends Traces {
  readonly answered: false;
  readonly error: unknown;
}

interface Traces {
  readonly sent: readonly Field[];
  /** Keys of the claims. */
  readonly claimed: readonly string[];
}

export interface Asking {
  readonly provider: Provider;
  readonly verificationId: string;
  readonly sealer: Sealer;
  /** Default: a signal that never fires. */
  readonly signal: AbortSignal | undefined;
}

/** Asks once, and keeps count of what is opened and taken for the asking. */
export async function ask(
  tools: Tools,
  question: (context: ProviderContext) => Promise<ProviderResult>,
  { provider, verificationId, sealer, signal = neverAborted }: Asking,
): Promise<Asked> {
  const opened = new Set<Field>();
  const claimed: string[] = [];
  const context: ProviderContext = {
    verificationId,
    clock: tools.clock,
    signal,
    reveal(sealed) {
      const value = sealer.open(sealed);
      opened.add(sealed.field);
      return value;
    },
    async claimOnce(token, until) {
      const index = tools.keys.blindIndex(`claim/${provider.id}`, token);
      const key = await tools.ledger.claim({ index, verificationId, until });
      if (key !== undefined) claimed.push(key);
      return key !== undefined;
    },
  };
  try {
    const result = await question(context);
    if (!isResult(result)) throw unknownEnd(provider, "no result");
    return { answered: true, result, sent: [...opened], claimed };
  } catch (error) {
    return { answered: false, error: translate(error, provider, signal), sent: [...opened], claimed };
  }
}

/** The one place where a foreign error ends. It is dropped whole: its message, its cause and its fields may hold values. */
function translate(error: unknown, provider: Provider, signal: AbortSignal): unknown {
  if (error instanceof ShimingError) return error;
  return signal.aborted ? abortError() : unknownEnd(provider, kindOf(error));
}

function unknownEnd(provider: Provider, what: string): ProviderError {
  return new ProviderError("RESPONSE_INVALID", {
    provider: provider.id,
    message: `the provider failed in a way that it should have reported itself: ${what}`,
    charge: { charged: "unknown", basis: `${provider.id}: the call ended in an unknown state` },
  });
}

const BUILT_IN: ReadonlySet<string> = new Set([
  "TypeError",
  "RangeError",
  "SyntaxError",
  "ReferenceError",
  "AbortError",
  "TimeoutError",
]);

/** What an adapter's author needs to find it: the class, where it is a well-known one, and a code in plain capitals. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return "not an error";
  const name = BUILT_IN.has(error.name) ? error.name : "Error";
  const code = "code" in error && typeof error.code === "string" && /^[A-Z][A-Z_]{0,39}$/.test(error.code);
  return code ? `${name} ${String(error.code)}` : name;
}
