import type { Consent } from "../consent.ts";
import type { RecordedAct } from "./act.ts";

/** The part of a consent service that people act on. */
export type ActingService = Pick<Consent, "record" | "withdraw">;

/** Told when an act is durable, and no sooner. */
export interface ActListener {
  readonly onAct: (act: RecordedAct) => void;
  readonly onWithdrawal: (recordId: string) => void;
}

/** The same service, with a listener. */
export function watchConsent<Service extends ActingService>(
  consent: Service,
  { onAct, onWithdrawal }: ActListener,
): Service {
  const acting: ActingService = {
    async record(decision) {
      const record = await consent.record(decision);
      const { id, purposeId, event, granted, recipient, recipients } = record;
      // The record knows the person by a blind index; the rest of a test knows them as the app does.
      const { subject } = decision;
      const about = recipient === undefined ? {} : { recipient };
      onAct({ id, purposeId, subject, event, granted, recipients, ...about });
      return record;
    },
    async withdraw(recordId, options) {
      await consent.withdraw(recordId, options);
      onWithdrawal(recordId);
    },
  };
  return { ...consent, ...acting };
}
