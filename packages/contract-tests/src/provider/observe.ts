import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import type { Check, Provider, ProviderResult, Sealed } from "@shiming/contract";
import { startFaultyServer, type FaultyServer, type SeenRequest } from "../faults/faulty-server.ts";
import type { FaultName } from "../faults/faults.ts";
import { providerContext } from "../provider-context.ts";
import type { Ending } from "./ending.ts";
import { personalValues } from "./leaks.ts";
import type { ProviderUnderTest } from "./provider-under-test.ts";

/** One call of a provider, as the world saw it. */
export interface Observation {
  readonly provider: Provider;
  readonly ending: Ending;
  readonly revealed: readonly Sealed[];
  /** What reached the faulty server; nothing where the authority itself was asked. */
  readonly requests: readonly SeenRequest[];
}

type Seen = Omit<Observation, "requests">;

/** A call to make. */
export interface Asked {
  readonly suite: ProviderUnderTest;
  readonly check: Check;
  /** Asks `resume` for the answer to an earlier call with this check, in place of `verify`. */
  readonly handle?: string;
}

/** Milliseconds: how long the provider is told to wait, and after how long the call counts as hanging. */
interface Patience {
  readonly timeoutMs: number;
  readonly deadlineMs: number;
}

const WITH_AUTHORITY: Patience = { timeoutMs: 4000, deadlineMs: 4500 };
const WITH_FAULT: Patience = { timeoutMs: 500, deadlineMs: 2000 };
/** Nothing but the signal ends the call in time. */
const WITH_SIGNAL: Patience = { timeoutMs: 60_000, deadlineMs: 2000 };

/** Asks the authority. */
export async function observeCase(asked: Asked): Promise<Observation> {
  const seen = await observe(asked, { baseUrl: asked.suite.baseUrl(), ...WITH_AUTHORITY });
  return { ...seen, requests: [] };
}

/** Asks a server that has a fault. */
export function observeFault(asked: Asked & { readonly fault: FaultName }): Promise<Observation> {
  return withFaultyServer(asked, ({ url }) => observe(asked, { baseUrl: url, ...WITH_FAULT }));
}

/** Asks a server that does not answer, and stops the call before it begins or when the request is there. */
export function observeAbort(asked: Asked & { readonly when: "before" | "waiting" }): Promise<Observation> {
  const { check, when } = asked;
  return withFaultyServer({ check, fault: "no-answer" }, (server) => {
    const controller = new AbortController();
    // The reason is the caller's own and may hold anything, so it must not be passed on.
    const abort = (): void => controller.abort(new Error(textOf(check)));
    if (when === "before") abort();
    else void server.asked.then(abort);
    return observe(asked, { baseUrl: server.url, signal: controller.signal, ...WITH_SIGNAL });
  });
}

async function withFaultyServer(
  { check, fault }: { readonly check: Check; readonly fault: FaultName },
  ask: (server: FaultyServer) => Promise<Seen>,
): Promise<Observation> {
  const server = await startFaultyServer(fault, textOf(check));
  try {
    return { ...(await ask(server)), requests: server.requests };
  } finally {
    await server.close();
  }
}

async function observe(
  { suite, check, handle }: Asked,
  call: Patience & { readonly baseUrl: string; readonly signal?: AbortSignal },
): Promise<Seen> {
  const provider = suite.create(call.baseUrl, { timeoutMs: call.timeoutMs });
  const context = providerContext({
    ...(call.signal && { signal: call.signal }),
    ...(suite.clock && { clock: suite.clock }),
  });
  const asked =
    handle === undefined
      ? provider.verify(context.sealFor(check), context)
      : (provider.resume?.(handle, context) ?? assert.fail("cannot resume"));
  const ending = await endingOf(asked, call.deadlineMs);
  await provider.close?.();
  return { provider, ending, revealed: context.revealed };
}

function endingOf(call: Promise<ProviderResult>, deadlineMs: number): Promise<Ending> {
  const done = new AbortController();
  const tooLate = wait(deadlineMs, undefined, { signal: done.signal }).then(() =>
    assert.fail("the call hangs"),
  );
  const ending = call.then(
    (result): Ending => ({ result }),
    (error: unknown): Ending => ({ error }),
  );
  return Promise.race([ending, tooLate]).finally(() => done.abort());
}

/** The personal values of a check in one text. */
function textOf(check: Check): string {
  return Object.values(personalValues(check)).join(" ");
}
