import { STATUS_CODES } from "node:http";
import type { Reply } from "./reply.ts";

/** An error as problem details, RFC 9457, before it is written. */
export interface Problem {
  readonly kind: "problem";
  /** HTTP status. */
  readonly status: number;
  /** Stable code a program can switch on. */
  readonly code: string;
  /** Name of the member at fault; never its value. */
  readonly field?: string;
  /** The rule that was broken. */
  readonly rule?: string;
  /** Further response headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** States a problem. */
export function problem(parts: Omit<Problem, "kind">): Problem {
  return { kind: "problem", ...parts };
}

/** Writes a problem. */
export function problemReply({ status, code, field, rule, headers }: Problem): Reply {
  return {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
    body: JSON.stringify({ type: "about:blank", title: STATUS_CODES[status], status, code, field, rule }),
  };
}

/** 404 for a path nobody answers. */
export const NOT_FOUND: Problem = problem({ status: 404, code: "not_found" });

/** 405 with the `Allow` header that RFC 9110, 15.5.6 asks for. */
export function methodNotAllowed(allowed: readonly string[]): Problem {
  return problem({ status: 405, code: "method_not_allowed", headers: { allow: allowed.join(", ") } });
}
