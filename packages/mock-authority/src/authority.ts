import { createAdmin } from "./admin.ts";
import type { Catalogue } from "./admin.ts";
import { checkOptions } from "./check-options.ts";
import { systemClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { toExchange } from "./exchange.ts";
import { createJournal } from "./journal.ts";
import type { JournalPage } from "./journal.ts";
import { createRegistry } from "./personas/registry.ts";
import { NOT_FOUND, problemReply } from "./problem.ts";
import { toResponse } from "./reply.ts";
import type { Reply } from "./reply.ts";
import { createSeededRandom } from "./seeded-random.ts";
import { createWires } from "./wires.ts";
import type { WireAccess, WireId } from "./wires.ts";

/** How to make a mock authority. */
export interface MockAuthorityOptions {
  /** Fixes credentials, company numbers, tokens and ids; not empty. Default `shiming`. */
  readonly seed?: string;
  /** Source of time, milliseconds since 1970. Default the machine's clock. */
  readonly clock?: Clock;
  /** Most journal entries held, 1 to 1 000 000. Default 1000. */
  readonly journalCapacity?: number;
}

/** A server that speaks the vendors' wires, without a socket. */
export interface MockAuthority {
  /** Answers one request. Never rejects for anything a caller sends, and never with a status of 500 or more. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The same answer as plain data, for a server that writes it without building a `Response`. */
  readonly answer: (request: Request) => Promise<Reply>;
  /** What was asked and answered, without any value from the requests. */
  readonly journal: () => JournalPage;
  /** Wires, personas and scenarios, with addresses under this base URL. */
  readonly catalogue: (baseUrl: string) => Catalogue;
  /**
   * Where a wire is under this base URL, and with which credentials.
   *
   * @throws TypeError that names the wires there are, for any other id.
   */
  readonly wire: <Id extends WireId>(id: Id, baseUrl: string) => WireAccess<Id>;
  /** Forgets journal, transactions and counters: the next run is the first run again. */
  readonly reset: () => void;
}

/**
 * Makes a mock authority: the wires of real-name vendors, with signatures verified for real, made-up people
 * and companies, and the same answer for the same question on every wire. No network, no account.
 *
 * @throws TypeError or RangeError that names the option, for one that cannot work.
 *
 * @example
 * ```ts
 * import { createMockAuthority } from "@shiming/mock-authority";
 *
 * const authority = createMockAuthority({ seed: "docs" });
 * const response = await authority.fetch(new Request("http://mock.test/_mock/catalogue"));
 * console.log(response.status); // 200
 * ```
 */
export function createMockAuthority(options: MockAuthorityOptions = {}): MockAuthority {
  const { seed = "shiming", clock = systemClock, journalCapacity = 1000 } = options;
  checkOptions({ seed, journalCapacity });
  const random = createSeededRandom(seed);
  const registry = createRegistry(random);
  const journal = createJournal({ capacity: journalCapacity, clock });
  const wires = createWires({ random, registry, clock });

  function reset(): void {
    journal.clear();
    random.restart();
    for (const wire of wires.all) wire.reset();
  }

  function catalogue(baseUrl: string): Catalogue {
    return {
      wires: wires.list(baseUrl),
      personas: registry.personas,
      scenarios: wires.all.flatMap(({ scenarios }) => scenarios),
    };
  }

  const admin = createAdmin({ catalogue, journal: journal.read, reset });

  async function answer(request: Request): Promise<Reply> {
    const exchange = toExchange(request);
    const wire = wires.all.find(({ owns }) => owns(exchange));
    if (wire === undefined) return admin(exchange) ?? problemReply(NOT_FOUND);
    const { reply, note } = await wire.handle(exchange);
    journal.record(wire.id, note);
    return reply;
  }

  return {
    answer,
    fetch: async (request) => toResponse(await answer(request)),
    journal: journal.read,
    catalogue,
    wire: wires.access,
    reset,
  };
}
