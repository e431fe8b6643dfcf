import type { ConnectionOptions } from "node:tls";
import { UsageError } from "@shiming/contract";
import { checkInteger } from "./check-integer.ts";

/** What an app may tune. A provider takes it as its option `transport`. */
export interface TransportTuning {
  /** Connections to each origin. Default 50. */
  readonly connections?: number;
  /** Milliseconds until a connection, TLS included, is there. Default 3000. */
  readonly connectTimeoutMs?: number;
  /** Milliseconds from the request to the status and headers of the answer. Default 10000. */
  readonly headersTimeoutMs?: number;
  /** Milliseconds for the body of the answer, from its headers on. Default 10000. */
  readonly bodyTimeoutMs?: number;
  /** Bytes of the body of an answer; a longer one is a fault. Default 1048576 (1 MiB). */
  readonly maxBodyBytes?: number;
  /** TLS settings, such as a client certificate. Default: those of Node. */
  readonly connect?: TlsSettings;
}

/** There is no way here to accept a certificate that does not hold; `ca` adds one that shall hold. */
export type TlsSettings = Pick<
  ConnectionOptions,
  "ca" | "cert" | "key" | "pfx" | "passphrase" | "minVersion" | "ciphers"
>;

/** What `createTransport` is made with. */
export interface TransportOptions extends TransportTuning {
  /** Where requests may go: URLs of at most 8 different origins. Required. */
  readonly origins: readonly URL[];
}

/** Pools are never thrown away, so their number has a bound. */
const MAX_ORIGINS = 8;
const MAX_TIMEOUT_MS = 120_000;

export interface CheckedTransportOptions extends Required<TransportTuning> {
  readonly origins: readonly string[];
}

/** Fills in the defaults. */
export function checkTransportOptions(options: TransportOptions): CheckedTransportOptions {
  const origins = [...new Set(options.origins.map((url) => url.origin))];
  if (origins.length === 0 || origins.length > MAX_ORIGINS) {
    throw new UsageError("INVALID_OPTION", "transport.origins", `must be 1 to ${MAX_ORIGINS} origins`);
  }
  const integer = (name: "connections" | "maxBodyBytes" | Timeout, fallback: number, max: number): number =>
    checkInteger(options[name] ?? fallback, `transport.${name}`, { min: 1, max });
  return {
    origins,
    connections: integer("connections", 50, 1024),
    connectTimeoutMs: integer("connectTimeoutMs", 3_000, MAX_TIMEOUT_MS),
    headersTimeoutMs: integer("headersTimeoutMs", 10_000, MAX_TIMEOUT_MS),
    bodyTimeoutMs: integer("bodyTimeoutMs", 10_000, MAX_TIMEOUT_MS),
    maxBodyBytes: integer("maxBodyBytes", 1_048_576, 64 * 1_048_576),
    connect: options.connect ?? {},
  };
}

type Timeout = "connectTimeoutMs" | "headersTimeoutMs" | "bodyTimeoutMs";
