import type { KeyObject } from "node:crypto";
import type { Clock, ProviderResult } from "@shiming/contract";
import type { Secret, WireReply, WireRequest } from "@shiming/provider-kit";

/** The modes of this version: R01 credential, R02 credential and password. */
export type SupportedMode = "R01" | "R02";

/** What the official app handed over for one transaction, in the clear. Keep it no longer than the call. */
export type Transaction = {
  /** 32 letters and digits. */
  readonly bizSeq: string;
  /** Opaque data from the official app. */
  readonly idCardAuthData: string;
} & (
  | { readonly mode: "R01" }
  | {
      readonly mode: "R02";
      /** Opaque password data from the official app. */
      readonly certPwdData: string;
    }
);

/** Who asks, and where. */
export interface RelyingParty {
  /** Organisation id, assigned on approval. */
  readonly orgId: string;
  /** Application id under that organisation. */
  readonly appId: string;
  /** Name of the application. Default: not sent. */
  readonly appName?: string;
  readonly secret: Secret;
  /** Base URL of the gateway, without a slash at the end. */
  readonly baseUrl: string;
}

/** What a wire may use during one call. */
export interface WireTools {
  readonly party: RelyingParty;
  readonly clock: Clock;
  readonly keys: PublicKeys;
  /** A fresh id of 22 characters, 128 random bits. */
  newId(): string;
}

/** The public keys that the gateway publishes as a JWK set (RFC 7517 5). They are fetched when first asked for. */
export interface PublicKeys {
  /**
   * The key with this id. `unknown`: the gateway does not publish it. `unreachable`: that cannot be found out now.
   * Throws a `ProviderError` when the address or the set itself is wrong.
   */
  find(kid: string): Promise<FoundKey>;
}

/** What {@link PublicKeys.find} found: the key, or why there is none. */
export type FoundKey = KeyObject | "unknown" | "unreachable";

/** What a reply has to be the answer to. */
export type Asked =
  | { readonly action: "authentication"; readonly bizSeq: string; readonly mode: SupportedMode }
  | { readonly action: "result"; readonly bizSeq: string };

/** A request that is ready but for the signal of its call. */
export type OutgoingRequest = Omit<WireRequest, "signal">;

/**
 * How one gateway is spoken to. The provider asks its wire for a request, sends it once, and hands the reply back; what
 * the two mean is the wire's alone.
 */
export interface NetworkIdentityWire {
  /** The request to authenticate a transaction. */
  build(transaction: Transaction, tools: WireTools): Promise<OutgoingRequest>;
  /**
   * The request for the result already given to a transaction. A wire that has it sets `handle: bizSeq` on a result
   * `in-doubt`; a provider on a wire without it has no `resume`.
   */
  query?(bizSeq: string, tools: WireTools): Promise<OutgoingRequest>;
  /** What the reply to either means. Throws `ProviderError`. Anything it does not verify here, nobody does. */
  read(reply: WireReply, asked: Asked, tools: WireTools): Promise<ProviderResult>;
}
