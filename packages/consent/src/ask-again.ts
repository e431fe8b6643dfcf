import { mayAskAgain } from "./law/may-ask-again.ts";
import { PROFILES, type Profile } from "./profile.ts";
import type { ConsentRecord } from "./record.ts";

/** Whether a person may be asked for a purpose now. */
export type AskPermission =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: "ALREADY_GIVEN" }
  | {
      readonly allowed: false;
      readonly reason: "REASK_TOO_SOON";
      readonly ruleId: "CR-21";
      /** RFC 3339. Absent where only the user may start it. */
      readonly notBefore?: string;
    };

/** Options of `Consent.mayAsk`. */
export interface MayAskOptions {
  /** `user`: the person has just started the function that needs the data. Default `app`. */
  readonly startedBy?: "user" | "app";
  /** The recipient that the act is about. Default: the purpose itself. */
  readonly recipient?: string;
  /** In years, when known: who has turned 14 since is asked anew. Default: unknown. */
  readonly age?: number;
}

const HOUR = 3_600_000;

/** CR-21: no frequent asking (NDSR 22(5)); at most once in 48 hours unless the user starts it (GB/T 35273-2020 C.4 b). */
export function permissionToAsk(
  latest: ConsentRecord | undefined,
  {
    isEnough,
    profile,
    startedBy,
    now,
  }: {
    /** The latest record allows everything that is required. */
    readonly isEnough: boolean;
    readonly profile: Profile;
    readonly startedBy: "user" | "app";
    readonly now: number;
  },
): AskPermission {
  if (latest === undefined) return { allowed: true };
  const { event, at } = latest;
  if (event === "given" || event === "informed")
    return isEnough ? { allowed: false, reason: "ALREADY_GIVEN" } : { allowed: true };
  const lastAskedAt = Date.parse(at);
  const startedByPerson = startedBy === "user";
  if (mayAskAgain({ lastAskedAt, now, startedByPerson, profile }).allowed) return { allowed: true };
  const { reaskAfterHours } = PROFILES[profile];
  const refusal = { allowed: false, reason: "REASK_TOO_SOON", ruleId: "CR-21" } as const;
  if (reaskAfterHours === "never") return refusal;
  return { ...refusal, notBefore: new Date(lastAskedAt + reaskAfterHours * HOUR).toISOString() };
}
