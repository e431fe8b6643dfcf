import { abortError, UsageError } from "@shiming/contract";
import type { Pool } from "undici";
import { Exchange } from "./exchange.ts";
import {
  checkTransportOptions,
  type CheckedTransportOptions,
  type TransportOptions,
} from "./transport-options.ts";
import type { WireReply, WireRequest } from "./wire.ts";

/** An answer of a few hundred bytes gains nothing by compression, and a bound on bytes must mean the bytes read. */
const PLAIN = { "accept-encoding": "identity" };

/** Sends requests, each at most once, and never follows a redirect. */
export interface Transport {
  /**
   * Sends once. Rejects with `AbortError` when the signal fires first, whether or not bytes have left, and with a
   * `UsageError` for an origin it was not made for (`INVALID_INPUT`) or after `close` (`CLOSED`).
   */
  send(request: WireRequest): Promise<WireReply>;
  /** Lets what is under way end, then lets go of the connections. */
  close(): Promise<void>;
}

/**
 * A transport to the origins it is told, and to no other: the hosts that a provider declares and the hosts that can be
 * reached are one list. It keeps a pool of connections for each.
 *
 * @throws UsageError `INVALID_OPTION`
 *
 * @example
 * ```ts
 * import { checkBaseUrl, createTransport } from "@shiming/provider-kit";
 *
 * const url = checkBaseUrl("https://authority.example");
 * const transport = createTransport({ origins: [url], headersTimeoutMs: 5_000 });
 * const reply = await transport.send({ method: "GET", url, headers: {}, signal: AbortSignal.timeout(8_000) });
 * console.log(reply.kind === "response" ? reply.status : reply.fault.cause);
 * await transport.close();
 * ```
 */
export function createTransport(options: TransportOptions): Transport {
  const checked = checkTransportOptions(options);
  let opening: Promise<Pools> | undefined;
  let pools: Pools | undefined;
  let closing: Promise<void> | undefined;

  const send = (request: WireRequest): Promise<WireReply> => {
    if (closing !== undefined) return Promise.reject(new UsageError("CLOSED", "transport", "is closed"));
    if (request.signal.aborted) return Promise.reject(abortError());
    if (pools === undefined) {
      opening ??= openPools(checked);
      return opening.then((opened) => {
        pools = opened;
        return send(request);
      });
    }
    const pool = pools.get(request.url.origin);
    if (pool === undefined) {
      return Promise.reject(new UsageError("INVALID_INPUT", "request.url", "is not of a declared origin"));
    }
    return exchange(pool, request, checked);
  };

  const closeAll = async (): Promise<void> => {
    const opened = await opening;
    await Promise.all(Array.from(opened?.values() ?? [], (pool) => pool.close()));
  };

  return { send, close: () => (closing ??= closeAll()) };
}

type Pools = ReadonlyMap<string, Pool>;

/** undici takes longer to load than everything else of an app's start, so it is loaded with the first request. */
async function openPools(checked: CheckedTransportOptions): Promise<Pools> {
  const undici = await import("undici");
  const options = {
    connections: checked.connections,
    connectTimeout: checked.connectTimeoutMs,
    headersTimeout: checked.headersTimeoutMs,
    bodyTimeout: checked.bodyTimeoutMs,
    connect: checked.connect,
    // HTTP/2 has replays of its own (RFC 9113 8.7), which a charged call must not have.
    allowH2: false,
    pipelining: 1,
  };
  return new Map(checked.origins.map((origin) => [origin, new undici.Pool(origin, options)]));
}

function exchange(pool: Pool, request: WireRequest, checked: CheckedTransportOptions): Promise<WireReply> {
  const { method, url, headers, body = null, signal } = request;
  const { maxBodyBytes, bodyTimeoutMs } = checked;
  const path = url.pathname + url.search;
  return new Promise((resolve, reject) => {
    const handler = new Exchange({ signal, maxBodyBytes, bodyTimeoutMs, resolve, reject });
    pool.dispatch({ method, path, headers: { ...headers, ...PLAIN }, body }, handler);
  });
}
