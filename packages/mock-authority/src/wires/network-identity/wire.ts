import type { Clock } from "../../clock.ts";
import type { Exchange } from "../../exchange.ts";
import type { Registry } from "../../personas/registry.ts";
import { methodNotAllowed, NOT_FOUND, problemReply } from "../../problem.ts";
import { jsonReply } from "../../reply.ts";
import type { SeededRandom } from "../../seeded-random.ts";
import type { Handled, Wire } from "../../wire.ts";
import { createGateway } from "./gateway.ts";
import { createOfficialApp } from "./official-app.ts";
import type { Outcome } from "./outcome.ts";
import { createRelyingParty } from "./relying-party.ts";
import { createResultSigner } from "./result-signer.ts";
import { networkIdentityScenarios } from "./scenarios.ts";
import { createTransactions } from "./transactions.ts";

/** What the wire needs. */
export interface NetworkIdentityWireOptions {
  readonly random: SeededRandom;
  readonly registry: Registry;
  readonly clock: Clock;
}

const BASE_PATH = "/network-identity";

interface Route {
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

const baseUrl = (origin: string): string => `${origin}${BASE_PATH}`;

/** The table of endpoints. */
function createRoutes({ random, registry, clock }: NetworkIdentityWireOptions) {
  const party = createRelyingParty(random);
  const transactions = createTransactions(clock);
  const signer = createResultSigner();
  const gateway = createGateway({ party, transactions, signer, random, clock });
  const app = createOfficialApp({ party, holders: registry.credentialHolders, transactions, random, clock });
  const routes: readonly Route[] = [
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
      handle: async () => ({ reply: jsonReply(await signer.publicKeys()), status: "ok" }),
    },
    {
      method: "GET",
      path: /^\/app$/,
      action: "app-page",
      handle: (exchange, { base }) => app.show(exchange, base),
    },
    { method: "POST", path: /^\/app$/, action: "app-decision", handle: (exchange) => app.decide(exchange) },
  ];
  const reset = (): void => {
    transactions.clear();
    gateway.reset();
  };
  return { party, routes, reset };
}

/** Finds the endpoint, or says why there is none. */
function findRoute(routes: readonly Route[], method: string, path: string): Route | Outcome {
  const onPath = routes.filter((route) => route.path.test(path));
  const route = onPath.find((candidate) => candidate.method === method);
  if (route !== undefined) return route;
  return onPath.length === 0 ? NOT_FOUND : methodNotAllowed(onPath.map((candidate) => candidate.method));
}

/**
 * The national network identity service. Its server protocol is not public: this is the project's own
 * reference wire, described in REFERENCE-WIRE.md, with the client side's published field names and codes.
 */
export function createNetworkIdentityWire(options: NetworkIdentityWireOptions): Wire {
  const { random, registry } = options;
  const { party, routes, reset } = createRoutes(options);

  function toHandled(action: string, outcome: Outcome): Handled {
    const isProblem = "code" in outcome;
    const status = isProblem ? outcome.code : outcome.status;
    const note = { action, status, fields: outcome.fields ?? [], requestId: random.nextUuid() };
    return { reply: isProblem ? problemReply(outcome) : outcome.reply, note };
  }

  return {
    id: "network-identity",
    about: "Shiming's own reference wire. The official server protocol is not public; this is not it.",
    scenarios: networkIdentityScenarios(registry),
    baseUrl,
    credentials: (origin) => ({
      orgId: party.orgId,
      appId: party.appId,
      secret: party.secret,
      jwksUrl: `${baseUrl(origin)}/.well-known/jwks.json`,
      appPage: `${baseUrl(origin)}/app`,
    }),
    owns: ({ path }) => path === BASE_PATH || path.startsWith(`${BASE_PATH}/`),
    async handle(exchange) {
      const path = exchange.path.slice(BASE_PATH.length);
      const found = findRoute(routes, exchange.method, path);
      if (!("handle" in found)) return toHandled("unknown", found);
      const at = { base: baseUrl(exchange.origin), bizSeq: found.path.exec(path)?.[1] ?? "" };
      return toHandled(found.action, await found.handle(exchange, at));
    },
    reset,
  };
}
