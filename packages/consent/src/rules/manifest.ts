import type { Field } from "@shiming/contract";
import type { BasisArticle } from "../law/ask.ts";
import type { EventRecipient, Protection, RightName } from "./event-parts.ts";

/** What an app declares about itself, once. All parts may be absent: what is not declared is not allowed. */
export interface Manifest {
  readonly policy?: Policy;
  readonly purposes?: readonly DeclaredPurpose[];
  readonly items?: readonly DeclaredItem[];
  readonly features?: readonly DeclaredFeature[];
  readonly sdks?: readonly DeclaredSdk[];
  readonly recipients?: readonly DeclaredRecipient[];
  readonly rights?: readonly DeclaredRight[];
  readonly complaints?: {
    readonly channels: readonly string[];
    /** Working days. */ readonly promisedDays?: number;
  };
  readonly lists?: DisclosureLists;
  /** Impact assessments on file (PIPL 55, 56). */
  readonly assessments?: readonly Assessment[];
  /** URLs that personal information is sent to. */
  readonly endpoints?: readonly string[];
  readonly storage?: readonly DeclaredStorage[];
  readonly personalisation?: Personalisation;
  readonly realName?: RealName;
  /** Fields asked for when an account is opened. */
  readonly registrationFields?: readonly Field[];
}

/** The published rules. */
export interface Policy {
  readonly hash: string;
  readonly version?: string;
  /** RFC 3339. */
  readonly effectiveAt?: string;
  /** Codes of the purposes that it has handling rules for. */
  readonly purposesCovered?: readonly string[];
  /** BCP 47, such as `zh-Hans`. */
  readonly languages?: readonly string[];
  readonly tapsFromMain?: number;
  readonly hasSummary?: boolean;
  readonly handlerName?: string;
  readonly handlerContact?: string;
  /** What happens when the period of retention is over. */
  readonly afterExpiry?: string;
  readonly rightsMethods?: string;
  /** Rules of their own for children (Children Provisions 8). */
  readonly hasChildRules?: boolean;
}

/** One purpose, by a code and not by free text. */
export interface DeclaredPurpose {
  /** Lower-case words joined by hyphens. */
  readonly id: string;
  /** Such as `service`, `real-name`, `risk-control`, `service-improvement`, `targeted-push`, `marketing`. Default `service`. */
  readonly kind?: string;
  /** In plain language. */
  readonly summary?: string;
  /** A precondition of a feature or of the app. Default false. */
  readonly required?: boolean;
  /** Something is given for the data, such as a prize. Default false. */
  readonly rewarded?: boolean;
  /** Default `13.1`, consent. */
  readonly basis?: BasisArticle;
  /** The law or contract that a basis other than consent stands on: without it the basis counts as consent. */
  readonly legalRef?: string;
  /** Of purpose, method and kinds: a consent is for this hash and no other. */
  readonly hash?: string;
  /** The hash of the text that a request for consent shows. */
  readonly textHash?: string;
  readonly withdrawal?: { readonly path: string; readonly steps?: number; readonly needsStaff?: boolean };
  /** Steps of saying yes. */
  readonly giveSteps?: number;
}

/** One row of the notice: this field, for this purpose, in this way. */
export interface DeclaredItem {
  readonly purpose: string;
  readonly field: Field;
  /** How it is collected and used. */
  readonly method?: string;
  /** `app`, or `sdk:<name>`. Default `app`. */
  readonly initiator?: string;
  /** Ids of those that get it. Default: none. */
  readonly recipients?: readonly string[];
  /** Days. */
  readonly retentionDays?: number;
  /** How the period is determined where it is not a number of days. */
  readonly retentionRule?: string;
  /** The law that sets the period, where it may be longer than the person agreed to (PIPL 19). */
  readonly retentionLaw?: string;
  /** Of sensitive personal information (PIPL 30). */
  readonly necessity?: string;
  readonly effect?: string;
}

/** A number of reads in a span. */
export interface Frequency {
  readonly count: number;
  readonly per: Span;
}

/** What reads are counted over. */
export type Span = "session" | "user-action" | "page" | "minute" | "hour" | "day";

/** One function of the app. */
export interface DeclaredFeature {
  readonly id: string;
  readonly fields?: readonly Field[];
  /** Groups such as `CAMERA`. */
  readonly permissions?: readonly string[];
  readonly maxFrequency?: Frequency;
  /** Part of the basic function. Default false. */
  readonly basic?: boolean;
  /** Older features that this one takes the place of. */
  readonly replaces?: readonly string[];
  /** One photo, one contact: the picker of the system would do. */
  readonly need?: "single-item" | "all-items";
  /** Needs location while in the background. Default false. */
  readonly continuous?: boolean;
  /** The right that the feature serves, such as `cancel-account`. */
  readonly right?: RightName;
}

/** One embedded SDK. */
export interface DeclaredSdk {
  readonly name: string;
  readonly developer?: string;
  readonly version?: string;
  readonly function?: string;
  readonly purposes?: readonly string[];
  readonly fields?: readonly Field[];
  readonly handlingRules?: string;
  /** YYYY-MM-DD. */
  readonly assessmentDate?: string;
  readonly modules?: readonly { readonly name: string; readonly on: boolean; readonly necessary?: boolean }[];
}

/** Someone who gets data. */
export interface DeclaredRecipient extends EventRecipient {
  readonly name?: string;
  readonly contact?: string;
  readonly purpose?: string;
  readonly method?: string;
  readonly fields?: readonly Field[];
  /** The contract of entrusting (PIPL 21). */
  readonly contractId?: string;
  /** The way in which data leave the mainland (PIPL 38), or the exemption. */
  readonly exportChannel?: "security-assessment" | "certification" | "standard-contract";
  /** Such as `contract-with-person` (Cross-border Flow Rules 5). */
  readonly exportExemption?: string;
}

/** One right and how it is used. */
export interface DeclaredRight {
  readonly right: RightName;
  readonly endpoint: string;
  /** Result of the last health check. Default true. */
  readonly healthy?: boolean;
  /** Working days. */
  readonly promisedDays?: number;
}

/** The two lists (信管函〔2021〕292号). */
export interface DisclosureLists {
  readonly menuLevel?: number;
  readonly collected?: readonly {
    readonly field: Field;
    readonly purpose?: string;
    readonly scene?: string;
    readonly initiator?: string;
  }[];
  readonly shared?: readonly {
    readonly field: Field;
    readonly recipient?: string;
    readonly purpose?: string;
    readonly scene?: string;
    readonly sharingMethod?: string;
  }[];
}

/** One impact assessment (PIPL 55). */
export interface Assessment {
  readonly operation:
    "sensitive" | "automated-decision" | "entrust" | "share" | "publish" | "cross-border" | "face";
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** Where a field rests and how. */
export interface DeclaredStorage {
  /** Name of the store. */
  readonly store: string;
  readonly field: Field;
  readonly protection: Protection;
}

/** What the user can do about personalisation (PIPL 24; NDSR 42). */
export interface Personalisation {
  /** An option without targeting is offered. */
  readonly nonTargetedOption?: boolean;
  readonly off?: string;
  readonly refusePush?: string;
  readonly deleteTags?: string;
}

/** How the app finds out who somebody is. */
export interface RealName {
  /** Such as `instant-messaging` or `information-publishing` (CSL 26; Anti-Telecom-Fraud Law 21). */
  readonly serviceKinds?: readonly string[];
  /** Such as `mobile-number`, `id-document-number`, `network-identity`, `face`. */
  readonly methods?: readonly string[];
  /** What the users of a method get, by method. */
  readonly tiers?: Readonly<Record<string, string>>;
}
