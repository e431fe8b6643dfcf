import { UsageError } from "@shiming/contract";

/** The subject as the app calls them, or a `UsageError` that does not repeat it. */
export function checkedSubject(subject: string): string {
  if (typeof subject !== "string" || subject.length === 0 || subject.length > 256) {
    throw new UsageError("INVALID_INPUT", "subject", "must be 1 to 256 characters");
  }
  return subject;
}
