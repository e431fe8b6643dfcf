import { ProviderError, type ProviderContext } from "@shiming/contract";
import { CALLS } from "./vendor-call.ts";

/** Lets each transaction have one answer. */
export interface SingleUse {
  /**
   * Does the work unless it was done for this transaction before, by anyone who shares the store.
   *
   * @throws ProviderError `REJECTED` when it was; nothing is sent then
   */
  once<T>(bizSeq: string, context: ProviderContext, work: () => Promise<T>): Promise<T>;
}

/** Far longer than a transaction lasts at the gateway, which refuses a second use as well. */
const CLAIM_MS = 24 * 3_600_000;
const MAX_GIVEN_BACK = 1_000;

/**
 * A claim in the store cannot be undone. A call that certainly was not processed gives its transaction back to this
 * process, so that the user need not go through the official app again because a connection was refused.
 */
export function createSingleUse(): SingleUse {
  const givenBack = new Set<string>();

  const giveBack = (bizSeq: string): void => {
    const [oldest] = givenBack;
    if (oldest !== undefined && givenBack.size >= MAX_GIVEN_BACK) givenBack.delete(oldest);
    givenBack.add(bizSeq);
  };

  return {
    async once(bizSeq, context, work) {
      const until = context.clock.now() + CLAIM_MS;
      if (!givenBack.delete(bizSeq) && !(await context.claimOnce(`network-identity/${bizSeq}`, until))) {
        throw alreadySent();
      }
      try {
        return await work();
      } catch (error) {
        // Exactly the errors that say: not done, and another try can help.
        if (error instanceof ProviderError && error.retryable) giveBack(bizSeq);
        throw error;
      }
    },
  };
}

function alreadySent(): ProviderError {
  const { provider, action } = CALLS.authentication;
  return new ProviderError("REJECTED", {
    provider,
    message: `${provider} ${action}: this bizSeq has been sent before: a new transaction is needed`,
    charge: { charged: "no", basis: "nothing was sent" },
  });
}
