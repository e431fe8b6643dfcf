import type { ExportMechanism } from "./need-model.ts";

/**
 * Persons whose data leave the mainland since 1 January, the intended ones included. A person with sensitive data counts
 * as sensitive only.
 */
export interface ExportCounts {
  /** Persons without sensitive data. */
  readonly ordinary: number;
  /** Persons with sensitive data. */
  readonly sensitive: number;
}

/** The cases that need no channel (Cross-border Flow Rules 4, 5, 6; NDSR 35). */
export const EXEMPT_CASES = [
  "contract-with-person",
  "cross-border-hr",
  "emergency",
  "collected-abroad",
  "outside-negative-list",
  "legal-duty",
] as const;

/** One of {@link EXEMPT_CASES}. */
export type ExemptCase = (typeof EXEMPT_CASES)[number];

/** What else decides the channel. */
export interface ExportFacts {
  /** The handler operates critical information infrastructure. Default false. */
  readonly criticalInfrastructure?: boolean;
  /** Important data are among them. Default false. */
  readonly importantData?: boolean;
  /** Such as a purchase, a booking or a visa for `contract-with-person`. Default: none holds. */
  readonly exemptCase?: ExemptCase;
}

const SECURITY_ASSESSMENT: readonly ExportMechanism[] = ["security-assessment"];
const EXEMPT: readonly ExportMechanism[] = ["exempt"];
const CONTRACT_OR_CERTIFICATE: readonly ExportMechanism[] = ["standard-contract", "certification"];

/**
 * The channels that would do for data that leave the mainland. An exemption lifts the channel only: notice, consent and
 * impact assessment stay (Cross-border Flow Rules 10). A count that is not a number needs the security assessment.
 *
 * @example
 * ```ts
 * import { exportChannel } from "@shiming/consent";
 *
 * console.log(exportChannel({ ordinary: 99_999, sensitive: 0 })); // [ 'exempt' ]
 * console.log(exportChannel({ ordinary: 0, sensitive: 1 })); // [ 'standard-contract', 'certification' ]
 * console.log(exportChannel({ ordinary: 0, sensitive: 10_000 })); // [ 'security-assessment' ]
 * ```
 */
export function exportChannel(counts: ExportCounts, facts: ExportFacts = {}): readonly ExportMechanism[] {
  const { criticalInfrastructure = false, importantData = false, exemptCase } = facts;
  // Important data are never exempt (Flow Rules 7); the exempt cases hold for every handler, the counts do not.
  if (importantData) return SECURITY_ASSESSMENT;
  if (exemptCase !== undefined && EXEMPT_CASES.includes(exemptCase)) return EXEMPT;
  if (criticalInfrastructure) return SECURITY_ASSESSMENT;
  const { ordinary, sensitive } = counts;
  if (!(ordinary >= 0 && sensitive >= 0)) return SECURITY_ASSESSMENT;
  if (ordinary < 100_000 && sensitive === 0) return EXEMPT;
  if (ordinary < 1_000_000 && sensitive < 10_000) return CONTRACT_OR_CERTIFICATE;
  return SECURITY_ASSESSMENT;
}
