/**
 * The model of the collection rules: plain data in, verdicts out. Everything that is absent counts as not there, so
 * a rule that needs it denies. A rule is made with `defineRule`; what several rules ask of the context is in
 * `facts.ts`, and names in messages go through `naming.ts`.
 */
import type { Field } from "@shiming/contract";
import type { ProfileSettings } from "../profile.ts";
import type { EventOf, EventType, RuleEvent } from "./event.ts";
import type { Path, Precision } from "./event-parts.ts";
import type { Manifest, Span } from "./manifest.ts";
import type { RULE_FACTS } from "./generated/rule-facts.ts";

/** The id of a rule in `data/collection-rules.json`, such as `IC-3-2`. */
export type RuleId = keyof typeof RULE_FACTS;

/** What the rules weigh as. */
export type Force =
  "reference-for-enforcement" | "binding" | "ministry-notice" | "engineering-practice" | "draft-not-in-force";

/** Who can decide: the guard while the app runs, a check of the manifest, or a person with some help. */
export type Level = "runtime" | "config" | "review";

/** `deny` blocks the event, `require` blocks it until something exists, `flag` records a finding and lets it go on. */
export type VerdictKind = "deny" | "require" | "flag";

/** What one rule has to say against an event. */
export interface Verdict {
  readonly ruleId: RuleId;
  readonly verdict: VerdictKind;
  /** Such as `CONSENT_MISSING`. */
  readonly code: string;
  /** Names fields, features and settings; never a value. */
  readonly message: string;
}

/** What a rule's own function says: the verdict without what the catalogue already knows. */
export interface Finding {
  readonly code: string;
  readonly message: string;
}

/** One rule. Says nothing where it has nothing against the event. */
export interface Rule {
  readonly id: RuleId;
  readonly events: readonly EventType[];
  readonly level: Level;
  readonly force: Force;
  evaluate(event: RuleEvent, context: RuleContext, settings: ProfileSettings): Verdict | undefined;
}

/** The function of a rule: it gets only the events that it is for. */
export type RuleCheck<Type extends EventType> = (
  event: EventOf<Type>,
  context: RuleContext,
  settings: ProfileSettings,
) => Finding | undefined;

/** What is asked about a consent. */
export interface ConsentQuery {
  readonly purpose: string;
  readonly fields: readonly Field[];
  /** Id of the recipient; absent for the app's own handling. */
  readonly recipient?: string;
  /** A further act of its own, such as `publish`, `cross-border`, `face` or `face-transmit`. Absent: collect and use. */
  readonly act?: string;
}

/** What is known about a consent. */
export interface ConsentState {
  readonly state: "none" | "requested" | "given" | "refused" | "withdrawn" | "expired";
  readonly kind?: "general" | "separate" | "written";
  readonly actor?: "subject" | "guardian";
  /** RFC 3339: the act. */
  readonly at?: string;
  /** RFC 3339: the last request, answered or not. */
  readonly lastAskedAt?: string;
  /** What it covers. */
  readonly fields?: readonly Field[];
  readonly permissions?: readonly string[];
  readonly precision?: Precision;
  /** The purposes it was given for, where it was for more than one. */
  readonly purposes?: readonly string[];
  readonly recipientId?: string;
  readonly purposeHash?: string;
  readonly policyVersion?: string;
  readonly retentionDays?: number;
}

/** What the person has seen. */
export interface NoticeState {
  /** RFC 3339. */
  readonly presentedAt?: string;
  readonly presentation?: "popup" | "full-page" | "link";
  readonly policyHash?: string;
  /** BCP 47. */
  readonly language?: string;
  /** Codes of the purposes in the notice that was seen. Absent: those of the manifest. */
  readonly purposes?: readonly string[];
  /** `purpose/field` rows in the notice that was seen. Absent: those of the manifest. */
  readonly items?: readonly string[];
  /** RFC 3339: the last change was shown. */
  readonly changePresentedAt?: string;
  /** Recipients named in it, each with the parts that were told. */
  readonly recipients?: readonly {
    readonly id: string;
    readonly name?: string;
    readonly contact?: string;
    readonly purpose?: string;
    readonly method?: string;
    readonly fields?: readonly Field[];
  }[];
  /** Codes such as `N30`, `N39` or `N-CHILD` whose parts are complete. */
  readonly complete?: readonly string[];
}

/** Whose data it is. */
export interface SubjectState {
  /** In full years. */
  readonly age: number | "unknown";
  /** The service is made for children: an unknown age counts as under 14. Default false. */
  readonly childDirected?: boolean;
  readonly targetingOff?: boolean;
  /** Networks of proof already passed, such as `network-identity` or `mobile-number`. */
  readonly verifiedBy?: readonly string[];
}

/** What was counted before this event. */
export interface History {
  /** How often the field was read in the span that is running, before this event. */
  readonly reads: (field: Field, span: Span, featureId?: string) => number;
  /** RFC 3339: the latest time that the store has seen. A clock before it has gone backwards. */
  readonly latest?: string;
}

/** The days on which people work; `addWorkingDays` of `@shiming/identifiers` fits. */
export interface WorkCalendar {
  /** YYYY-MM-DD in and out; the day after `start` is day 1. */
  readonly addWorkingDays: (start: string, days: number) => { readonly date: string };
}

/** What has left the mainland since 1 January, counted in persons (Cross-border Flow Rules 5, 7, 8). */
export interface ExportCounts {
  readonly ordinary: number;
  readonly sensitive: number;
  /** Operator of critical information infrastructure. Default false. */
  readonly criticalOperator?: boolean;
  /** Default false. */
  readonly importantData?: boolean;
}

/**
 * What the rules know besides the event. The functions may throw: the event is then denied with `STORE_UNAVAILABLE`.
 */
export interface RuleContext {
  /** One of the 39 types of the national list; any other name, or none, has an empty list of necessary information. */
  readonly appType?: string;
  /** Conditions of the necessary list that hold, such as `etc-service`. Default: none. */
  readonly conditions?: readonly string[];
  /** Fields of the app's own that are sensitive. Default: none. */
  readonly sensitiveFields?: readonly Field[];
  /** `manifestOf` writes the part that purposes say. */
  readonly manifest?: Manifest;
  readonly notice?: NoticeState;
  readonly subject?: SubjectState;
  /** `consentStateOf` makes the answer of a record. */
  readonly consent?: (query: ConsentQuery) => ConsentState | undefined;
  readonly history?: History;
  /** Tells the time in RFC 3339. */
  readonly now?: () => string;
  readonly calendar?: WorkCalendar;
  readonly exports?: ExportCounts;
  /** Features that the user has in use right now. */
  readonly activeFeatures?: readonly string[];
  /** Everything that keeps or gets the data, by name: all must say "done" (METHOD 6.4). */
  readonly dataMap?: readonly string[];
  /** Default `client`. */
  readonly side?: Path;
  /** A signed receipt of the consent came with the call and verified. Default false. */
  readonly receiptVerified?: boolean;
}
