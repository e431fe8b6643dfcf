import type { Exchange } from "./exchange.ts";
import type { JournalPage } from "./journal.ts";
import type { Persona } from "./personas/registry.ts";
import { methodNotAllowed, NOT_FOUND, problemReply } from "./problem.ts";
import { jsonReply } from "./reply.ts";
import type { Reply } from "./reply.ts";
import type { Scenario } from "./wire.ts";

/** What there is to try, and with which credentials. */
export interface Catalogue {
  readonly wires: readonly {
    readonly id: string;
    readonly about: string;
    readonly baseUrl: string;
    readonly credentials: Readonly<Record<string, string>>;
  }[];
  readonly personas: readonly Persona[];
  readonly scenarios: readonly Scenario[];
}

/** What the admin paths show and do. */
export interface AdminOptions {
  readonly catalogue: (origin: string) => Catalogue;
  readonly journal: () => JournalPage;
  readonly reset: () => void;
}

const PREFIX = "/_mock";

interface AdminRoute {
  readonly method: "GET" | "POST";
  answer(exchange: Exchange): Reply;
}

/** Everything under `/_mock`; undefined for any other path. */
export function createAdmin({
  catalogue,
  journal,
  reset,
}: AdminOptions): (exchange: Exchange) => Reply | undefined {
  const routes = new Map<string, AdminRoute>([
    ["/catalogue", { method: "GET", answer: ({ origin }) => jsonReply(catalogue(origin)) }],
    ["/journal", { method: "GET", answer: () => jsonReply(journal()) }],
    [
      "/reset",
      {
        method: "POST",
        answer() {
          reset();
          return { status: 204, headers: {}, body: "" };
        },
      },
    ],
  ]);
  return (exchange) => {
    const { path, method } = exchange;
    if (path !== PREFIX && !path.startsWith(`${PREFIX}/`)) return undefined;
    const route = routes.get(path.slice(PREFIX.length));
    if (route === undefined) return problemReply(NOT_FOUND);
    return route.method === method ? route.answer(exchange) : problemReply(methodNotAllowed([route.method]));
  };
}
