import type { Field } from "@shiming/contract";
import type { RealNameService } from "./real-name-services.ts";

/** What is done with personal information (PIPL 4, 21, 23, 24, 25, 26, 38). */
export type Operation =
  "collect" | "use" | "share" | "entrust" | "publish" | "export" | "auto-decision" | "face-verify" | "retain";

/** The seven bases of PIPL 13(1). */
export type BasisArticle = "13.1" | "13.2" | "13.3" | "13.4" | "13.5" | "13.6" | "13.7";

/** What has changed since the person was last asked (PIPL 14(2)). */
export type ChangedPart = "purpose" | "method" | "kinds";

/** What a recipient is in law. `successor` takes the data over in a merger, a split or a closing (PIPL 22). */
export type RecipientRole =
  "handler" | "processor" | "joint" | "third-party-app" | "successor" | "foreign-judicial";

/** Who receives data, as far as the law tells one from another. */
export interface AskRecipient {
  readonly id: string;
  readonly role: RecipientRole;
  /** Default false. */
  readonly outsideMainland?: boolean;
}

/** That the handling is for a real-name duty (CSL 26, Anti-Telecom-Fraud Law 21). */
export interface AskRealName {
  /** `sector`: a law of the sector asks for it, such as those on banks; then the ask cites it as `legalRef`. */
  readonly service: RealNameService | "sector";
  /** The law that asks for the document, or for the plain identity itself. Default: none, one way is enough. */
  readonly documentRequiredBy?: string;
}

/** One intended handling of personal information. */
export interface Ask {
  readonly operation: Operation;
  readonly purposeId: string;
  readonly fields: readonly Field[];
  readonly basis: BasisArticle;
  /** The law, contract or place of publication that a basis other than consent stands on. Without it the basis is consent. */
  readonly legalRef?: string;
  /** Every hop of a chain: each is decided for itself. Default: nobody. */
  readonly recipients?: readonly AskRecipient[];
  /** In full years. */
  readonly age: number | "unknown";
  /** The service is made for children: an unknown age counts as under 14. Default false. */
  readonly childDirected?: boolean;
  /** The law or administrative regulation that asks for written consent (PIPL 14(1), 29). */
  readonly writtenRequiredBy?: string;
  /** The law that keeps the person from being told, such as one on secrecy (PIPL 18). Counts only without consent. */
  readonly noticeExemptBy?: string;
  /** Default: nothing. */
  readonly changedSince?: readonly ChangedPart[];
  /** The handling weighs heavily on the person's rights (PIPL 24(3), 27). Default false. */
  readonly majorEffect?: boolean;
  /** Commercial marketing by automated decision (Minors Regulation 24(3)). Default false. */
  readonly marketing?: boolean;
  /** Images from a public place, used for something else than public safety (PIPL 26). Default false. */
  readonly publicPlaceImages?: boolean;
  /** A face image never leaves the device over the internet (Face Measures 8). Default false. */
  readonly staysOnDevice?: boolean;
  /** The state rule that lets the face be the only way (Face Measures 10). */
  readonly faceOnlyRequiredBy?: string;
  /** Collected by accident, or left over from a cancelled account (NDSR 24). Default false. */
  readonly surplus?: boolean;
  /** The fields without which the service is refused. Default: none. */
  readonly required?: readonly Field[];
  /** Default: no real-name duty is claimed. */
  readonly realName?: AskRealName;
  /** A credit code of a person in business alone is that person's data. Default false. */
  readonly soleProprietor?: boolean;
}
