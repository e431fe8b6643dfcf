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
