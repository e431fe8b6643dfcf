import { type Profile, type ProfileSettings, settingsOf } from "../profile.ts";
import { type Denial, deny } from "./denial.ts";

/** What {@link mayAskAgain} looks at. */
export interface AskedBefore {
  /** When the person was asked last and said no, in milliseconds since the epoch. */
  readonly lastAskedAt: number;
  /** In milliseconds since the epoch. */
  readonly now: number;
  /** The person has just started the function that needs the data. Default false. */
  readonly startedByPerson?: boolean;
  /** How often this very start has led to a question. Default 0. */
  readonly askedForThisStart?: number;
  /** Default `default`. */
  readonly profile?: Profile | ProfileSettings;
}

const HOUR = 3_600_000;

/**
 * Whether a person who has refused may be asked again: once each time they start the function, else not before the
 * hours of the profile have passed (NDSR 22(5); GB/T 35273-2020 C.4 b). A clock that has gone backwards says no.
 *
 * @example
 * ```ts
 * import { mayAskAgain } from "@shiming/consent";
 *
 * const lastAskedAt = Date.parse("2026-11-20T08:00:00Z");
 * const now = Date.parse("2026-11-20T09:00:00Z");
 * console.log(mayAskAgain({ lastAskedAt, now }).allowed); // false
 * console.log(mayAskAgain({ lastAskedAt, now, startedByPerson: true }).allowed); // true
 * ```
 */
export function mayAskAgain({
  lastAskedAt,
  now,
  startedByPerson = false,
  askedForThisStart = 0,
  profile,
}: AskedBefore): { readonly allowed: true } | Denial {
  const { reaskAfterHours } = settingsOf(profile);
  const isForThisStart = startedByPerson && askedForThisStart === 0;
  const hasWaited = reaskAfterHours !== "never" && now - lastAskedAt >= reaskAfterHours * HOUR;
  return isForThisStart || hasWaited ? { allowed: true } : deny("REASK_TOO_SOON", "CR-21", []);
}
