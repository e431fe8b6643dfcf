import { deny } from "./denial.ts";
import type { RecipientRole } from "./ask.ts";
import { exportChannel } from "./export-channel.ts";
import type { ExportMechanism } from "./need-model.ts";
import type { Duties, LawRule } from "./rule.ts";
import type { Situation } from "./situation.ts";

/** Roles that decide for themselves. One that is not known counts as such. */
const OTHER_ROLES: ReadonlySet<string> = new Set<RecipientRole>([
  "processor",
  "joint",
  "successor",
  "foreign-judicial",
]);
const isHandler = (role: string): boolean => !OTHER_ROLES.has(role);

const idsOf = ({ recipients }: Situation, fits: (role: string) => boolean): readonly string[] =>
  recipients.filter(({ role }) => fits(role)).map(({ id }) => id);
const handlersOf = (situation: Situation): readonly string[] => idsOf(situation, isHandler);
const withRole = (situation: Situation, role: RecipientRole): readonly string[] =>
  idsOf(situation, (other) => other === role);

/** A separate consent for each recipient, where consent is asked for. */
const acts = ({ asks }: Situation, ids: readonly string[]): Duties["acts"] & object =>
  asks ? ids.map((recipientId) => ({ act: "provide", kind: "separate", recipientId })) : [];

/** CR-07 to CR-10, CR-13, CR-20, CR-24: who receives the data, and where. */
export const RECIPIENT_RULES: readonly LawRule[] = [
  {
    id: "CR-07",
    clause: "PIPL 23, 55(3); NDSR 12",
    when: ({ ask, recipients }) =>
      ["share", "export"].includes(ask.operation) || recipients.some(({ role }) => isHandler(role)),
    duties: (situation) => {
      const ids = handlersOf(situation);
      if (ids.length === 0) return {};
      return {
        acts: acts(situation, ids),
        notices: ["N23"],
        named: ids,
        agreements: ids,
        impactAssessment: true,
        records: ["providing-3y", "impact-assessment-3y"],
      };
    },
    forbids: ({ ask, recipients }) =>
      recipients.length === 0 ? deny("RECIPIENT_NOT_NAMED", "CR-07", ask.fields) : undefined,
  },
  {
    // Entrusting takes no consent of its own: the processor acts for the handler.
    id: "CR-08",
    clause: "PIPL 21, 55(3), 59; NDSR 12",
    when: (situation) => situation.ask.operation === "entrust" || withRole(situation, "processor").length > 0,
    duties: (situation) => ({
      agreements: withRole(situation, "processor"),
      impactAssessment: true,
      records: ["entrusting-3y", "impact-assessment-3y"],
      obligations: ["supervise-processor"],
    }),
    forbids: ({ ask, recipients }) =>
      recipients.length === 0 ? deny("RECIPIENT_NOT_NAMED", "CR-08", ask.fields) : undefined,
  },
  {
    id: "CR-09",
    clause: "PIPL 20",
    when: (situation) => withRole(situation, "joint").length > 0,
    duties: (situation) => ({
      agreements: withRole(situation, "joint"),
      obligations: ["answer-jointly"],
    }),
  },
  {
    // A new purpose or method of the successor comes as a change, by CR-17.
    id: "CR-10",
    clause: "PIPL 22; NDSR 14",
    when: (situation) => withRole(situation, "successor").length > 0,
    duties: (situation) => ({ notices: ["N22"], named: withRole(situation, "successor") }),
  },
  {
    id: "CR-13",
    clause: "PIPL 38, 39, 55(4); Cross-border Flow Rules 5, 7, 8, 10; NDSR 35",
    when: ({ abroad }) => abroad.length > 0,
    duties: (situation) => ({
      acts: acts(situation, situation.abroad),
      notices: ["N39"],
      named: situation.abroad,
      impactAssessment: true,
      records: ["impact-assessment-3y"],
      mechanisms: channelsOf(situation),
    }),
  },
  {
    id: "CR-20",
    clause: "PIPL 41",
    when: (situation) => withRole(situation, "foreign-judicial").length > 0,
    duties: () => ({ mechanisms: ["approval"] }),
    forbids: ({ ask }, { approvalId }) =>
      approvalId === "" ? deny("APPROVAL_MISSING", "CR-20", ask.fields) : undefined,
  },
  {
    // Each hop is decided by its own role; the notice lists them all.
    id: "CR-24",
    clause: "PIPL 20-23; NDSR 21(2)",
    when: ({ recipients }) => recipients.length > 1,
    duties: ({ recipients }) => ({ named: recipients.map(({ id }) => id) }),
  },
];

/** The person of this very ask counts too. */
function channelsOf({ exporting, sensitive }: Situation): readonly ExportMechanism[] {
  if (exporting === undefined) return ["security-assessment"];
  const { counts, facts } = exporting;
  const atLeast = sensitive.length > 0 ? 1 : 0;
  return exportChannel({ ...counts, sensitive: Math.max(counts.sensitive, atLeast) }, facts);
}
