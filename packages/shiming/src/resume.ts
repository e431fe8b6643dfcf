import { createSealer, type Outcome, throwIfAborted, UsageError } from "@shiming/contract";
import { ask } from "./ask.ts";
import { concludeLate } from "./conclude.ts";
import type { Found } from "./ledger.ts";
import { recalledOutcome } from "./outcomes.ts";
import type { Tools } from "./tools.ts";

/**
 * The state now of a verification that was left open. Asks the provider only where it has a query of its own, which
 * sends no personal data and costs nothing; otherwise it says what is known. The person must still agree: what they
 * withdrew from is neither asked for nor told.
 */
export async function resumeVerification(
  tools: Tools,
  handle: string,
  signal?: AbortSignal,
): Promise<Outcome> {
  throwIfAborted(signal);
  const { verification, version } = await findOpened(tools, handle);
  const { intent } = verification;
  await tools.consent.reconfirm(intent.facts, { fields: intent.fields, recipient: intent.provider });
  const provider = tools.providers.find((one) => one.id === intent.provider);
  if (
    verification.state !== "open" ||
    verification.providerHandle === undefined ||
    provider?.resume === undefined
  ) {
    return recalledOutcome(verification);
  }
  const query = provider.resume.bind(provider, verification.providerHandle);
  const asked = await ask(tools, query, {
    provider,
    verificationId: intent.id,
    sealer: createSealer(),
    signal,
  });
  if (!asked.answered) throw asked.error;
  return concludeLate(tools, { verification, version }, asked);
}

/** A verification whose handle was given out: the id of one that settled at once is not a handle. */
async function findOpened({ ledger }: Tools, handle: string): Promise<Found> {
  const found = await ledger.find(handle);
  const opened =
    found !== undefined && (found.verification.state !== "settled" || found.verification.wasOpen);
  if (!opened) throw new UsageError("HANDLE_UNKNOWN", "handle", "is not of an open verification");
  return found;
}
