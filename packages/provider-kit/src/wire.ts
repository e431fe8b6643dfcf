import type { Fault } from "./fault.ts";

/** One request as it goes over the wire. */
export interface WireRequest {
  readonly method: "GET" | "POST";
  /** Its origin must be one of those the transport was made for. */
  readonly url: URL;
  /** Lower-case names; `host` and `content-length` are set by the transport. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

/** Headers of an answer by lower-case name; one that came several times may be a list. */
export type WireHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What became of it. A lost answer is a value, so that no adapter can forget it; {@link readReply} handles it. */
export type WireReply =
  | {
      readonly kind: "response";
      readonly status: number;
      readonly headers: WireHeaders;
      readonly body: string;
    }
  | { readonly kind: "fault"; readonly fault: Fault };
