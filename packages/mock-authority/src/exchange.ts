import { readBoundedBody } from "./bounded-body.ts";
import type { Body } from "./bounded-body.ts";

/** One request as the wires see it. The URL is cut by hand: a URL object costs more than the rest of the parse. */
export interface Exchange {
  /** HTTP method as sent. */
  readonly method: string;
  /** Scheme and authority as addressed, for example `http://127.0.0.1:7700`. */
  readonly origin: string;
  /** Path without query, starting with a slash, not decoded. */
  readonly path: string;
  /** Query without the question mark, not decoded; empty when there is none. */
  readonly query: string;
  /** Host header, or the authority of the URL where no server is in between. */
  readonly host: string;
  /** Request headers. */
  readonly headers: Headers;
  /** Reads the body, bounded; call it once. */
  readonly readBody: () => Promise<Body>;
}

/** Takes a request apart without reading its body. */
export function toExchange(request: Request): Exchange {
  const { headers, method } = request;
  const [url = ""] = request.url.split("#", 1);
  const authority = url.indexOf("://") + 3;
  const pathAt = url.indexOf("/", authority);
  const origin = pathAt === -1 ? url : url.slice(0, pathAt);
  const target = pathAt === -1 ? "/" : url.slice(pathAt);
  const queryAt = target.indexOf("?");
  return {
    method,
    origin,
    path: queryAt === -1 ? target : target.slice(0, queryAt),
    query: queryAt === -1 ? "" : target.slice(queryAt + 1),
    host: headers.get("host") ?? origin.slice(authority),
    headers,
    readBody: () => readBoundedBody(request),
  };
}

/** The media type of a request in lower case, without parameters such as charset; empty when absent. */
export function mediaTypeOf(headers: Headers): string {
  const [type = ""] = (headers.get("content-type") ?? "").split(";", 1);
  return type.trim().toLowerCase();
}
