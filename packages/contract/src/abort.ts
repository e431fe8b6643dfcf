/**
 * The error for a call that its own caller stopped: always a `DOMException` named `AbortError`, whatever reason the
 * signal holds, because a reason may be anything, a personal value included.
 */
export function abortError(): DOMException {
  return new DOMException("the caller stopped this call", "AbortError");
}

/** Throws {@link abortError} when the signal has fired. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortError();
}

/** For calls that nobody stops. */
export const neverAborted: AbortSignal = /* @__PURE__ */ freshSignal();

function freshSignal(): AbortSignal {
  return new AbortController().signal;
}

/**
 * Waits for work, but no longer than until the signal fires; then it rejects with {@link abortError}. The work itself
 * goes on.
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(abortError());
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await Promise.race([aborted, work]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
