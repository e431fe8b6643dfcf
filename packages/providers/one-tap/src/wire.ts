import type { PhonePossessionCheck, ProviderContext } from "@shiming/contract";
import type { ResultTable, Transport, WireRequest } from "@shiming/provider-kit";

/** A carrier, as the check names it. */
export type Operator = NonNullable<PhonePossessionCheck["operator"]>;

/** What a request is made of. Whoever holds it holds personal values. */
export interface Parts {
  readonly token: string;
  /** The number to compare, eleven digits. Absent where the vendor is to tell it. */
  readonly phone: string | undefined;
  readonly operator: Operator | undefined;
  readonly verificationId: string;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** What {@link Credential} gave; empty without one. */
  readonly credential: string;
}

/** What the vendor answered. */
export interface VendorAnswer {
  /** In the form the table has. */
  readonly code: string;
  /** The number, where this answer tells one. */
  readonly number?: string | undefined;
  /** The vendor's id of the call. */
  readonly reference?: string | undefined;
}

/** A credential that has to be fetched before a call. */
export interface Credential {
  /** Never rejects with anything but a `ProviderError` of a call that cost nothing, or `AbortError`. */
  get(context: ProviderContext, transport: Transport): Promise<string>;
  /** Codes of an answer that say: this credential is no longer good. */
  readonly refusedWith: ReadonlySet<string>;
  /** Never gives this one again. */
  forget(credential: string): void;
}

/** One way to ask one vendor, as a value. The functions are pure. */
export interface Wire {
  /** The provider's id. */
  readonly id: string;
  /** Where the vendor is. */
  readonly url: URL;
  /** What the codes mean. */
  readonly table: ResultTable;
  /** `number`: the vendor tells the number, which is compared here. `verdict`: the vendor compares. */
  readonly tells: "number" | "verdict";
  /** The carriers whose tokens it takes. Default: all. */
  readonly operators?: readonly Operator[];
  readonly credential?: Credential;
  /** The part of a token that is good for one call, or undefined where the token has another form than this vendor's. */
  singleUsePart(token: string): string | undefined;
  build(parts: Parts): Omit<WireRequest, "signal">;
  /** @throws ProviderError */
  read(body: string): VendorAnswer;
}

/** A JSON body to a path under the vendor's address. */
export function jsonPost(
  url: URL,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Omit<WireRequest, "signal"> {
  const json = { "content-type": "application/json; charset=utf-8" };
  return { method: "POST", url, headers: { ...json, ...headers }, body: JSON.stringify(body) };
}
