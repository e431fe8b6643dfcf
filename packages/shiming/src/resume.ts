import { createSealer, type Outcome, throwIfAborted, UsageError } from "@shiming/contract";
import { ask } from "./ask.ts";
import { askTools } from "./ask-routes.ts";
import { concludeLate } from "./conclude.ts";
import { recalledOutcome } from "./outcomes.ts";
import type { Tools } from "./tools.ts";

/**
 * The state now of a verification that was left open. Asks the provider only where it has a query of its own, which
 * sends no personal data and costs nothing; otherwise it says what is known.
 */
export async function resumeVerification(
  tools: Tools,
  handle: string,
  signal?: AbortSignal,
): Promise<Outcome> {
  throwIfAborted(signal);
  const found = await tools.ledger.find(handle);
  if (found === undefined) throw new UsageError("HANDLE_UNKNOWN", "handle", "is not of an open verification");
  const { entry, version } = found;
  const provider = tools.providers.find((one) => one.id === entry.intent.provider);
  if (entry.state !== "open" || entry.providerHandle === undefined || provider?.resume === undefined) {
    return recalledOutcome(entry);
  }
  const { providerHandle, intent } = entry;
  const query = provider.resume.bind(provider, providerHandle);
  const asked = await ask(provider, query, {
    ...askTools(tools, provider, intent.id),
    sealer: createSealer(),
    signal,
  });
  if ("error" in asked) throw asked.error;
  return concludeLate(tools, { entry, version }, asked);
}
