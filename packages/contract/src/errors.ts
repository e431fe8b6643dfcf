import type { Charge } from "./charge.ts";
import type { Field } from "./field.ts";

const brand: unique symbol = Symbol.for("shiming.error");

/** Why the guard refused, as the `code` of a {@link ConsentError}. */
export type ConsentErrorCode =
  "CONSENT_REQUIRED" | "CONSENT_WITHDRAWN" | "CONSENT_EXPIRED" | "GUARDIAN_REQUIRED" | "FIELD_NOT_NECESSARY";
/** The `code` of every {@link BudgetError}. */
export type BudgetErrorCode = "BUDGET_EXCEEDED";
/** Codes of a {@link ProviderError} after which another try can help, provided that nothing was charged. */
export type RetryableProviderErrorCode = "UNAVAILABLE" | "THROTTLED" | "DAILY_LIMIT";
/** Codes of a {@link ProviderError} after which simply asking again is no help, or may be charged. */
export type FinalProviderErrorCode = "MISCONFIGURED" | "REJECTED" | "RESPONSE_INVALID" | "SIGNATURE_INVALID";
/** Why a provider could not find out, as the `code` of a {@link ProviderError}. */
export type ProviderErrorCode = RetryableProviderErrorCode | FinalProviderErrorCode;
/** The `code` of every {@link UnsupportedError}. */
export type UnsupportedErrorCode = "UNSUPPORTED";
/** What was wrong with the caller's own call, as the `code` of a {@link UsageError}. */
export type UsageErrorCode =
  "INVALID_OPTION" | "INVALID_INPUT" | "IDEMPOTENCY_KEY_REUSED" | "HANDLE_UNKNOWN" | "CLOSED";
/** What the store could not do, as the `code` of a {@link StoreError}; after `STORE_FAILED` another try can help. */
export type StoreErrorCode = "STORE_FAILED" | "STORE_CLOSED";

/** Every stable code that an error of ours can have. */
export type ErrorCode =
  | ConsentErrorCode
  | BudgetErrorCode
  | ProviderErrorCode
  | UnsupportedErrorCode
  | UsageErrorCode
  | StoreErrorCode;

/**
 * The root of every error of ours. It tells a stable `code`, whether trying again can help, and the names of fields;
 * never a value, never a foreign error as `cause`.
 *
 * `instanceof` and {@link ShimingError.isInstance} go by a registered symbol, so they hold across two installed copies.
 */
export abstract class ShimingError<Code extends ErrorCode = ErrorCode> extends Error {
  /** Stable; what programs go by. */
  readonly code: Code;
  /** Whether trying the same again can help. */
  readonly retryable: boolean;

  constructor(code: Code, message: string, retryable = false) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.retryable = retryable;
    Object.defineProperty(this, brand, { value: new.target.kind });
  }

  /** What the brand says of this class; subclasses have their own. */
  static readonly kind: string = "ShimingError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    const kind = brandOf(value);
    return kind !== undefined && (this.kind === "ShimingError" || kind === this.kind);
  }

  /** Code and public properties only, so that a logger gets no stack and no surprise. */
  toJSON(): Record<string, unknown> {
    return { message: this.message, ...Object.fromEntries(Object.entries(this)) };
  }
}

function brandOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !(brand in value)) return undefined;
  return typeof value[brand] === "string" ? value[brand] : undefined;
}

/** The guard refused: nothing was sealed, sent or kept. */
export class ConsentError extends ShimingError<ConsentErrorCode> {
  static override readonly kind: string = "ConsentError";
  /** The fields that were refused. */
  readonly fields: readonly Field[];
  /** The purpose that was asked for, where one is known. */
  readonly purposeId: string | undefined;
  /** The rule that refused, such as `CR-05`, where it has an id. */
  readonly ruleId: string | undefined;

  constructor(code: ConsentErrorCode, detail: ConsentErrorDetail) {
    super(code, detail.message);
    this.fields = detail.fields ?? [];
    this.purposeId = detail.purposeId;
    this.ruleId = detail.ruleId;
  }
}

/** What a {@link ConsentError} tells beside its code. */
export interface ConsentErrorDetail {
  /** One sentence for a developer; names fields and purposes, never values. */
  readonly message: string;
  /** The fields that were refused. Default none. */
  readonly fields?: readonly Field[];
  /** The purpose that was asked for. Default: unknown. */
  readonly purposeId?: string;
  /** Id of the rule that refused. Default: none. */
  readonly ruleId?: string;
}

/** A cap would be passed: nothing was sent. Worth trying again in the next period. */
export class BudgetError extends ShimingError<BudgetErrorCode> {
  static override readonly kind: string = "BudgetError";
  /** The cap that stands in the way, such as `calls per day`. */
  readonly cap: string;

  constructor(cap: string) {
    super("BUDGET_EXCEEDED", `the budget for ${cap} is used up`, true);
    this.cap = cap;
  }
}

/** Exactly the codes after which nothing was charged and another try can help. */
const RETRYABLE: ReadonlySet<ProviderErrorCode> = /* @__PURE__ */ new Set<RetryableProviderErrorCode>([
  "UNAVAILABLE",
  "THROTTLED",
  "DAILY_LIMIT",
]);

/** The provider could not find out. */
export class ProviderError extends ShimingError<ProviderErrorCode> {
  static override readonly kind: string = "ProviderError";
  /** Id of the provider, such as `tencent`. */
  readonly provider: string;
  /** What the call cost all the same. */
  readonly charge: Charge;
  /** The vendor's own code, for a support ticket. Never free text of the vendor: that may hold values. */
  readonly vendorCode: string | undefined;
  /** The vendor's request id, where it answered at all. */
  readonly reference: string | undefined;

  constructor(code: ProviderErrorCode, detail: ProviderErrorDetail) {
    // Whatever the code says: what may have been charged is not simply asked again.
    super(code, detail.message, RETRYABLE.has(code) && detail.charge.charged === "no");
    this.provider = detail.provider;
    this.charge = detail.charge;
    this.vendorCode = detail.vendorCode;
    this.reference = detail.reference;
  }
}

/** What a {@link ProviderError} tells beside its code. */
export interface ProviderErrorDetail {
  /** Id of the provider, such as `tencent`. */
  readonly provider: string;
  /** One sentence of ours; never the vendor's text. */
  readonly message: string;
  /** What the call cost all the same. */
  readonly charge: Charge;
  /** The vendor's own code, never its free text. Default: none. */
  readonly vendorCode?: string;
  /** The vendor's request id. Default: none. */
  readonly reference?: string;
}

/** No provider can do this check. */
export class UnsupportedError extends ShimingError<UnsupportedErrorCode> {
  static override readonly kind: string = "UnsupportedError";
  constructor(message: string) {
    super("UNSUPPORTED", message);
  }
}

/** The caller's own mistake: an option, an argument, a handle. */
export class UsageError extends ShimingError<UsageErrorCode> {
  static override readonly kind: string = "UsageError";
  /** Which argument, as a path such as `check.idNumber`. */
  readonly path: string;

  constructor(code: UsageErrorCode, path: string, rule: string) {
    super(code, `${path}: ${rule}`);
    this.path = path;
  }
}

/** The store did not keep or give what was asked. */
export class StoreError extends ShimingError<StoreErrorCode> {
  static override readonly kind: string = "StoreError";
  constructor(code: StoreErrorCode, message: string) {
    super(code, message, code === "STORE_FAILED");
  }
}
