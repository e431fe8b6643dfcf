import type { Field } from "@shiming/contract";

/** Who started it: the app itself, one of its SDKs by name, or another app. */
export type Initiator = "app" | `sdk:${string}` | "third-party-app";

/** What made it happen. */
export type Trigger =
  | "import"
  | "sdk-construction"
  | "app-start"
  | "app-update"
  | "page-open"
  | "user-initiated-feature"
  | "background";

/** How exact a location is. */
export type Precision = "coarse" | "fine";

/** Where a transfer starts (METHOD 5.1, 5.2). */
export type Path = "client" | "server";

/** Who gets data, as far as the law tells one from another. */
export interface EventRecipient {
  readonly id: string;
  readonly role: "processor" | "handler" | "joint" | "third-party-app" | "foreign-judicial";
  /** Default false. */
  readonly outsideMainland?: boolean;
}

/** The reason that the person reads at the moment of asking (METHOD 2.3). */
export interface Rationale {
  readonly purposeId: string;
  readonly text: string;
  /** RFC 3339. */
  readonly shownAt: string;
  /** The hash of the text in the manifest that it must be the same as. */
  readonly textHash?: string;
}

/** What every event may carry. */
export interface EventParts {
  /** RFC 3339. Default: the clock of the context. */
  readonly at?: string;
  /** Default `app`. */
  readonly initiator?: Initiator;
  readonly trigger?: Trigger;
  readonly featureId?: string;
  /** The code of the purpose, as the manifest lists it. */
  readonly purpose?: string;
  /** Default: none. */
  readonly fields?: readonly Field[];
  readonly recipient?: EventRecipient;
  /** Default `client`. */
  readonly path?: Path;
  /** The law or contract that is claimed for this very event. */
  readonly legalRef?: string;
}

/** How a field is kept (PIPL 51(3)). */
export type Protection = "raw" | "encrypted" | "tokenised" | "device-only";

/** What a person may ask for. */
export type RightName =
  | "access"
  | "copy"
  | "transfer"
  | "correct"
  | "delete"
  | "restrict"
  | "explain"
  | "withdraw"
  | "cancel-account";
