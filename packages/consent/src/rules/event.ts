import type { Field } from "@shiming/contract";
import type { EventParts, Precision, Protection, Rationale, RightName } from "./event-parts.ts";

interface LifeEvent extends EventParts {
  readonly type: "app.start" | "app.first-run" | "manifest.check" | "policy.changed";
}

interface AppUpdateEvent extends EventParts {
  readonly type: "app.update";
  /** What the new version would set on its own. Default: nothing. */
  readonly settingChanges?: readonly SettingChange[];
}

interface UiProbeEvent extends EventParts {
  readonly type: "ui.probe";
  /** Taps, or similar steps, that a probe needed from the main screen to the policy. */
  readonly tapsToPolicy?: number;
}

/** A permission, or another setting of the user such as `personalised-push`, goes from one state to another. */
export interface SettingChange {
  readonly setting: string;
  readonly from: "off" | "ask" | "on";
  readonly to: "off" | "ask" | "on";
}

interface SdkInitEvent extends EventParts {
  readonly type: "sdk.init";
  readonly sdk?: string;
}

interface ConsentRequestEvent extends EventParts {
  readonly type: "consent.request";
  /** What the person is told it is for. */
  readonly rationale?: Rationale;
  /** The feature, or the app, goes on only after a yes. Default false. */
  readonly required?: boolean;
  /** Something is given for the data. Default false. */
  readonly rewarded?: boolean;
  /** How often this very tap has asked before. Default 0. */
  readonly askedByThisAction?: number;
}

interface ConsentDecisionEvent extends EventParts {
  readonly type: "consent.decision";
  readonly choice: "give" | "refuse";
  /** How the control stood before the act. */
  readonly initialState: "unchecked" | "checked";
  /** Such as `tick-then-confirm` or `continued-use`. */
  readonly act: string;
  readonly actor: "user" | "guardian" | "app";
  readonly kind?: "general" | "separate" | "written";
  /** Further purposes that the same act would cover: more than none is a bundle. */
  readonly bundledPurposes?: readonly string[];
  /** What the app does after a refusal. Default `goes-on`. */
  readonly afterRefusal?: "goes-on" | "limited" | "stops";
}

interface ConsentWithdrawEvent extends EventParts {
  readonly type: "consent.withdraw";
  /** Taps, or similar steps. */
  readonly steps?: number;
  readonly needsStaff?: boolean;
  /** Recipients and SDKs that have got the stop signal. */
  readonly stopped?: readonly string[];
  /** What goes on after it, such as `store`, `protect`, `use` or `share`. */
  readonly furtherHandling?: readonly string[];
  readonly serviceRefused?: boolean;
}

interface PermissionRequestEvent extends EventParts {
  readonly type: "permission.request";
  /** Groups such as `CAMERA`, or platform names such as `READ_CONTACTS`. */
  readonly permissions: readonly string[];
  readonly precision?: Precision;
  readonly rationale?: Rationale;
  /** The user is at the start of the function that needs it. */
  readonly atFunctionStart?: boolean;
  readonly foreground?: boolean;
}

interface PermissionStateChangeEvent extends EventParts, SettingChange {
  readonly type: "permission.state-change";
  readonly actor: "user" | "app" | "system";
}

interface CollectEvent extends EventParts {
  readonly type: "collect";
  readonly permissions?: readonly string[];
  readonly precision?: Precision;
  readonly rationale?: Rationale;
  /** Module of the SDK that collects. */
  readonly module?: string;
  /** The one app that is looked for, where it is no list of apps. */
  readonly namedApp?: string;
  readonly foreground?: boolean;
  /** Fields that came along without being asked for (NDSR 24). */
  readonly surplus?: readonly Field[];
  /** What happens to them. Default `kept`. */
  readonly surplusHandling?: "dropped" | "anonymised" | "kept";
}

interface RetainEvent extends EventParts {
  readonly type: "retain";
  /** RFC 3339. */
  readonly collectedAt: string;
  /** RFC 3339: when it will be deleted. */
  readonly expiresAt?: string;
  readonly protection?: Protection;
}

interface ShareEvent extends EventParts {
  readonly type: "share";
  /** What was done to the data before. Hashing is not anonymisation. Default `none`. */
  readonly transformation?: "none" | "hashed" | "pseudonymised" | "anonymised";
  /** Of the competent authority (PIPL 41). */
  readonly approvalId?: string;
}

interface PublishEvent extends EventParts {
  readonly type: "publish";
}

interface NetworkSendEvent extends EventParts {
  readonly type: "network.send";
  readonly url?: string;
}

interface PushEvent extends EventParts {
  readonly type: "push.targeted" | "recommend";
  /** Chosen by what is known of the person. Default true; a generic one is `false`. */
  readonly targeted?: boolean;
  /** Default false. */
  readonly commercial?: boolean;
}

interface FeatureEnableEvent extends EventParts {
  readonly type: "feature.enable";
  /** Features that were there before and are switched off by it. */
  readonly disables?: readonly string[];
}

interface ServiceEvent extends EventParts {
  /** For a refusal `featureId` is what is withheld and `fields` is what the person refused. */
  readonly type: "service.offer" | "service.refuse";
  /** Permissions that the person refused. Default: none. */
  readonly refusedPermissions?: readonly string[];
  /** The new feature whose data the person refused. */
  readonly newFeatureId?: string;
  /** Way of checking the identity, and what its users get. */
  readonly method?: string;
  readonly tier?: string;
}

interface FaceEvent extends EventParts {
  readonly type: "verify.face";
  /** The ways on offer, such as `face`, `sms`, `id-number` or `network-identity`. */
  readonly options: readonly string[];
  readonly declined?: boolean;
  /** The image or template leaves the device over the internet. */
  readonly transmits?: boolean;
  /** The state rule that asks for face only (Face Measures 10). */
  readonly overrideLaw?: string;
}

interface StartEvent extends EventParts {
  readonly type: "autostart" | "associated-start";
  readonly serviceNecessary?: boolean;
  readonly userSwitchedOn?: boolean;
}

interface RightEvent extends EventParts {
  readonly type: "right.request" | "right.completed";
  readonly right: RightName;
  /** RFC 3339. */
  readonly receivedAt?: string;
  /** What the form asks for. */
  readonly requiredInputs?: readonly Field[];
  /** The person must pay. */
  readonly paid?: boolean;
  /** Stores and recipients that have said "done". */
  readonly acknowledgedBy?: readonly string[];
}

interface ComplaintEvent extends EventParts {
  readonly type: "complaint.received";
  readonly receivedAt?: string;
}

interface TimerEvent extends EventParts {
  readonly type: "timer.tick";
  /** What is still open. */
  readonly open?: readonly OpenCase[];
  /** What is kept, for the retention sweep. */
  readonly kept?: readonly KeptData[];
}

/** A request or a complaint that has no answer yet. */
export interface OpenCase {
  readonly id: string;
  readonly kind: "right" | "complaint";
  /** Of a right. */
  readonly right?: RightName;
  /** RFC 3339. */
  readonly receivedAt: string;
}

/** Data in a store, told without its values. */
export interface KeptData {
  readonly id: string;
  readonly purpose: string;
  readonly field: Field;
  /** RFC 3339. */
  readonly collectedAt: string;
  /** RFC 3339. */
  readonly deletedAt?: string;
}

/** What a guard is told before it happens, by `type`. */
export type RuleEvent =
  | LifeEvent
  | AppUpdateEvent
  | UiProbeEvent
  | SdkInitEvent
  | ConsentRequestEvent
  | ConsentDecisionEvent
  | ConsentWithdrawEvent
  | PermissionRequestEvent
  | PermissionStateChangeEvent
  | CollectEvent
  | RetainEvent
  | ShareEvent
  | PublishEvent
  | NetworkSendEvent
  | PushEvent
  | FeatureEnableEvent
  | ServiceEvent
  | FaceEvent
  | StartEvent
  | RightEvent
  | ComplaintEvent
  | TimerEvent;

/** The name of an event. */
export type EventType = RuleEvent["type"];

/** One event, or some, of the union by name. */
export type EventOf<Type extends EventType> = Type extends EventType
  ? RuleEvent & { readonly type: Type }
  : never;
