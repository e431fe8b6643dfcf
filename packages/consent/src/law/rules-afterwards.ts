import { deny } from "./denial.ts";
import type { TidyEvidence } from "./evidence.ts";
import { mayRefuseService } from "./may-refuse-service.ts";
import type { LawRule } from "./rule.ts";
import type { Situation } from "./situation.ts";

/** PIPL 47(2): where deletion has to wait, nothing but storing and protecting. */
export function isStoredOnly({ ask }: Pick<Situation, "ask">, { storedOnlyBecause }: TidyEvidence): boolean {
  return ask.operation === "retain" && storedOnlyBecause !== "";
}

/** CR-18, CR-19, CR-21, CR-22: what follows from a refusal, a withdrawal or an accident. */
export const AFTERWARDS_RULES: readonly LawRule[] = [
  {
    // That a withdrawn consent lets nothing through is seen where consents are matched.
    id: "CR-18",
    clause: "PIPL 15, 47; NDSR 24",
    when: ({ asks }) => asks,
    duties: () => ({ obligations: ["stop-on-withdrawal"] }),
  },
  {
    id: "CR-19",
    clause: "PIPL 16; 国信办秘字〔2021〕14号 4; Minors Regulation 32",
    when: ({ ask, basis }) => basis === "13.1" && (ask.required ?? []).length > 0,
    forbids: ({ ask }, { necessary }) => {
      const unneeded = (ask.required ?? []).filter(
        (field) => !mayRefuseService({ refused: [field], necessary }).allowed,
      );
      return unneeded.length > 0 ? deny("REFUSAL_NOT_ALLOWED", "CR-19", unneeded) : undefined;
    },
  },
  {
    // Whether the app may ask again is `mayAskAgain`; it needs the refusal on record.
    id: "CR-21",
    clause: "NDSR 22(5); GB/T 35273-2020 C.4 b",
    when: ({ asks }) => asks,
    duties: () => ({ records: ["refusal"], obligations: ["no-frequent-asking"] }),
  },
  {
    id: "CR-22",
    clause: "NDSR 24",
    when: ({ ask }) => ask.surplus === true,
    duties: () => ({ obligations: ["delete-or-store-only"] }),
    forbids: (situation, evidence) =>
      isStoredOnly(situation, evidence) ? undefined : deny("SURPLUS_DATA", "CR-22", situation.ask.fields),
  },
];
