import type { Field } from "@shiming/contract";
import type { ConsentAct, ConsentKind, ExportMechanism, NoticeCode } from "./need-model.ts";
import type { ObligationBefore } from "./obligations.ts";
import type { RealNameWay } from "./real-name-ways.ts";

/** What has become of an act of consent; only `given` lets anything through. */
export type ConsentState = "given" | "refused" | "withdrawn" | "expired";

/** One recorded act of a person, as it stands now. */
export interface ConsentEvidence {
  readonly purposeId: string;
  readonly fields: readonly Field[];
  readonly act: ConsentAct;
  /** Whom the act names; only for `provide`. */
  readonly recipientId?: string;
  readonly kind: Exclude<ConsentKind, "none">;
  readonly actor: "subject" | "guardian";
  readonly state: ConsentState;
  /** Made after what `changedSince` tells. Default false. */
  readonly afterChange?: boolean;
}

/** What has been shown, recorded, assessed and agreed. What is absent has not been done. */
export interface Evidence {
  /** What the notices contain that the person was shown for this handling. */
  readonly notices?: readonly NoticeCode[];
  /** Ids of the recipients whose name and contact they gave. */
  readonly named?: readonly string[];
  readonly consents?: readonly ConsentEvidence[];
  /** Id of the impact assessment on file (PIPL 55, 56). */
  readonly assessmentId?: string;
  /** Ids of the recipients with whom a contract or an agreement is on file (PIPL 20, 21; NDSR 12). */
  readonly agreements?: readonly string[];
  /** The way out of the mainland that has been gone (PIPL 38). */
  readonly exportMechanism?: ExportMechanism;
  /** Id of the authority's approval for a foreign judicial or enforcement body (PIPL 41). */
  readonly approvalId?: string;
  readonly inPlace?: readonly ObligationBefore[];
  /** The person, or the law, has made the data public (PIPL 13(1)(6), 27). Default false. */
  readonly alreadyPublic?: boolean;
  /** Why the data are stored and protected instead of deleted: retention by law, or deletion is technically hard (PIPL 47). */
  readonly storedOnlyBecause?: string;
  /** What the function cannot do without: for a basic function the national list of the app's type. */
  readonly necessary?: readonly Field[];
  /** The ways in which the person can show who they are. */
  readonly waysOffered?: readonly RealNameWay[];
  /** Those that the person has passed. */
  readonly waysPassed?: readonly RealNameWay[];
}

/** {@link Evidence} as the rules read it. */
export type TidyEvidence = Required<Omit<Evidence, "exportMechanism">> & {
  readonly exportMechanism: ExportMechanism | undefined;
};

const listOf = <Item>(value: readonly Item[] | undefined): readonly Item[] =>
  Array.isArray(value) ? value : [];
const textOf = (value: string | undefined): string => (typeof value === "string" ? value.trim() : "");

/** The evidence with nothing left to default. For callers without types: what is not of its type is not there. */
export function tidyEvidence(evidence: Evidence | undefined): TidyEvidence {
  const given = evidence ?? {};
  return {
    notices: listOf(given.notices),
    named: listOf(given.named),
    consents: listOf(given.consents).filter((one) => Array.isArray(one?.fields)),
    assessmentId: textOf(given.assessmentId),
    agreements: listOf(given.agreements),
    exportMechanism: given.exportMechanism,
    approvalId: textOf(given.approvalId),
    inPlace: listOf(given.inPlace),
    alreadyPublic: given.alreadyPublic === true,
    storedOnlyBecause: textOf(given.storedOnlyBecause),
    necessary: listOf(given.necessary),
    waysOffered: listOf(given.waysOffered),
    waysPassed: listOf(given.waysPassed),
  };
}
