import {
  createSealer,
  sealCheck,
  type Check,
  type ProviderContext,
  type Sealed,
  type SealedCheck,
} from "@shiming/contract";
import { fakeClock } from "./fake-clock.ts";

/** What the engine lends a provider, for a test of one call. */
export interface TestContext extends ProviderContext {
  /** What was opened, in order: `revealed.map(({ field }) => field)` are the fields. */
  readonly revealed: readonly Sealed[];
  /** Seals a check so that this context, and no other, can open it. */
  sealFor<C extends Check>(check: C): SealedCheck<C>;
}

/**
 * Makes a context with a real sealer, a clock that stands still and single-use tokens of its own.
 *
 * @example
 * ```ts
 * import { providerContext } from "@shiming/contract-tests";
 *
 * const context = providerContext();
 * const check = context.sealFor({ kind: "phone", phone: "16400000001", name: "某一一" });
 * console.log(context.reveal(check.name), context.revealed.length); // 某一一 1
 * ```
 */
export function providerContext(overrides: Partial<ProviderContext> = {}): TestContext {
  const sealer = createSealer();
  const clock = overrides.clock ?? fakeClock();
  const revealed: Sealed[] = [];
  const claims = new Map<string, number>();
  return {
    verificationId: "verification-1",
    clock,
    signal: new AbortController().signal,
    reveal(sealed) {
      const value = sealer.open(sealed);
      revealed.push(sealed);
      return value;
    },
    async claimOnce(key, until) {
      if ((claims.get(key) ?? -Infinity) > clock.now()) return false;
      claims.set(key, until);
      return true;
    },
    ...overrides,
    revealed,
    sealFor: (check) => sealCheck(check, sealer),
  };
}
