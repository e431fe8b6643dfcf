import type { Exchange } from "../../exchange.ts";
import { methodNotAllowed, NOT_FOUND } from "../../problem.ts";
import type { Problem } from "../../problem.ts";
import { jsonReply } from "../../reply.ts";
import type { Gateway } from "./gateway.ts";
import type { OfficialApp } from "./official-app.ts";
import type { Outcome } from "./outcome.ts";
import type { ResultSigner } from "./result-signer.ts";

/** One endpoint. */
export interface Route {
  readonly method: "GET" | "POST";
  /** Path below the base; a group captures `bizSeq`. */
  readonly path: RegExp;
  /** Name in the journal. */
  readonly action: string;
  handle(
    exchange: Exchange,
    at: { readonly base: string; readonly bizSeq: string },
  ): Outcome | Promise<Outcome>;
}

/** Who answers. */
export interface Answerers {
  readonly gateway: Gateway;
  readonly app: OfficialApp;
  readonly signer: ResultSigner;
}

/** The table of endpoints. */
export function createRoutes({ gateway, app, signer }: Answerers): readonly Route[] {
  return [
    {
      method: "POST",
      path: /^\/v1\/authentications$/,
      action: "authenticate",
      handle: (exchange, { base }) => gateway.authenticate(exchange, base),
    },
    {
      method: "POST",
      path: /^\/v1\/authentications\/([A-Za-z0-9]{32})\/result$/,
      action: "ask-again",
      handle: (exchange, at) => gateway.askAgain(exchange, at),
    },
    {
      method: "GET",
      path: /^\/\.well-known\/jwks\.json$/,
      action: "jwks",
      handle: async () => ({
        kind: "answered",
        reply: jsonReply(await signer.publicKeys()),
        status: "ok",
      }),
    },
    {
      method: "GET",
      path: /^\/app$/,
      action: "app-page",
      handle: (exchange, { base }) => app.show(exchange, base),
    },
    { method: "POST", path: /^\/app$/, action: "app-decision", handle: (exchange) => app.decide(exchange) },
  ];
}

/** Finds the endpoint, or says why there is none. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly kind: "route"; readonly route: Route } | Problem {
  const onPath = routes.filter((route) => route.path.test(path));
  const route = onPath.find((candidate) => candidate.method === method);
  if (route !== undefined) return { kind: "route", route };
  return onPath.length === 0 ? NOT_FOUND : methodNotAllowed(onPath.map((candidate) => candidate.method));
}
