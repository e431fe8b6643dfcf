/**
 * A member name from a request, if it may be repeated in an answer. Callers put anything there, personal
 * data included, so only short names of Latin letters pass: no number, no Chinese name.
 */
export function echoableName(name: string): string | undefined {
  return /^[A-Za-z]{1,32}$/.test(name) ? name : undefined;
}
