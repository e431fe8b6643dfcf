import type { Clock } from "../../clock.ts";
import type { Registry } from "../../personas/registry.ts";
import { problemReply } from "../../problem.ts";
import type { SeededRandom } from "../../seeded-random.ts";
import type { Handled, Wire } from "../../wire.ts";
import { createGateway } from "./gateway.ts";
import { createOfficialApp } from "./official-app.ts";
import type { Outcome } from "./outcome.ts";
import { createRelyingParty } from "./relying-party.ts";
import { createResultSigner } from "./result-signer.ts";
import { createRoutes, findRoute } from "./routes.ts";
import { networkIdentityScenarios } from "./scenarios.ts";
import { createTransactions } from "./transactions.ts";

/** What the wire needs. */
export interface NetworkIdentityWireOptions {
  readonly random: SeededRandom;
  readonly registry: Registry;
  readonly clock: Clock;
}

const BASE_PATH = "/network-identity";

const baseUrl = (origin: string): string => `${origin}${BASE_PATH}`;

/** What a relying party and its apps are given. */
export type NetworkIdentityCredentials = Readonly<
  Record<"orgId" | "appId" | "secret" | "jwksUrl" | "appPage", string>
>;

/**
 * The national network identity service. Its server protocol is not public: this is the project's own
 * reference wire, described in REFERENCE-WIRE.md, with the client side's published field names and codes.
 */
export function createNetworkIdentityWire({
  random,
  registry,
  clock,
}: NetworkIdentityWireOptions): Wire<NetworkIdentityCredentials> {
  const holders = registry.credentialHolders;
  const party = createRelyingParty(random);
  const transactions = createTransactions(clock);
  const signer = createResultSigner();
  const gateway = createGateway({ party, transactions, signer, random, clock });
  const app = createOfficialApp({ party, holders, transactions, random, clock });
  const routes = createRoutes({ gateway, app, signer });

  function toHandled(action: string, outcome: Outcome): Handled {
    const isProblem = outcome.kind === "problem";
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
      if (found.kind === "problem") return toHandled("unknown", found);
      const { route } = found;
      const at = { base: baseUrl(exchange.origin), bizSeq: route.path.exec(path)?.[1] ?? "" };
      return toHandled(route.action, await route.handle(exchange, at));
    },
    reset() {
      transactions.clear();
      gateway.reset();
    },
  };
}
