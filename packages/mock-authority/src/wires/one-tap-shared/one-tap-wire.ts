import type { Clock } from "../../clock.ts";
import { mediaTypeOf } from "../../exchange.ts";
import type { Exchange } from "../../exchange.ts";
import type { PersonalField } from "../../journal.ts";
import { parseJsonObject } from "../../json-object.ts";
import type { Registry } from "../../personas/registry.ts";
import { jsonReply } from "../../reply.ts";
import type { SeededRandom } from "../../seeded-random.ts";
import type { Credentials, Handled, Scenario, Wire } from "../../wire.ts";

/** What every one-tap wire needs. */
export interface OneTapTools {
  readonly random: SeededRandom;
  readonly registry: Registry;
  readonly clock: Clock;
}

/** A request, as far as every vendor of one-tap tokens looks at it. */
export interface Call {
  readonly method: string;
  readonly mediaType: string;
  readonly headers: Headers;
  /** Query without the question mark, not decoded. */
  readonly query: string;
  /** The body; undefined when it is no JSON object. */
  readonly given: Members | undefined;
  readonly requestId: string;
}

/** Members of a JSON object. */
export type Members = Readonly<Record<string, unknown>>;

/** What a vendor answers. */
export interface Told {
  /** The vendor's code, for the journal. */
  readonly status: string;
  readonly body: object;
  readonly fields: readonly PersonalField[];
}

/** One call of a vendor. */
export interface OneTapAction {
  /** The vendor's name of it. */
  readonly name: string;
  answer(call: Call): Told;
}

/** What a wire is made of. */
export interface OneTapWireOptions<C extends Credentials> {
  /** Also the first part of its paths. */
  readonly id: string;
  readonly about: string;
  readonly scenarios: readonly Scenario[];
  readonly credentials: () => C;
  /** By path, as under the vendor's host. */
  readonly actions: Readonly<Record<string, OneTapAction>>;
  readonly random: SeededRandom;
  /** Forgets what was used. */
  readonly reset: () => void;
}

/** A wire whose calls are JSON bodies to fixed paths, and whose errors are codes under HTTP 200. */
export function createOneTapWire<C extends Credentials>(options: OneTapWireOptions<C>): Wire<C> {
  const { id, about, scenarios, credentials, random, reset } = options;
  const actions = new Map(Object.entries(options.actions));
  const prefix = `/${id}`;
  return {
    id,
    about,
    scenarios,
    baseUrl: (origin) => `${origin}${prefix}`,
    credentials,
    owns: ({ path }) => path.startsWith(`${prefix}/`),
    async handle(exchange): Promise<Handled> {
      const requestId = random.nextUuid();
      const action = actions.get(exchange.path.slice(prefix.length));
      if (action === undefined) {
        const note = { action: "unknown", status: "404", fields: [], requestId };
        return { reply: jsonReply({ error: "there is nothing at this path" }, 404), note };
      }
      const { status, body, fields } = action.answer(await callOf(exchange, requestId));
      return { reply: jsonReply(body), note: { action: action.name, status, fields, requestId } };
    },
    reset,
  };
}

async function callOf(exchange: Exchange, requestId: string): Promise<Call> {
  const { method, headers, query } = exchange;
  const body = await exchange.readBody();
  const given = body.kind === "complete" ? parseJsonObject(body.bytes) : undefined;
  return { method, mediaType: mediaTypeOf(headers), headers, query, given, requestId };
}

/** Members that have to be texts: their values, or undefined when one is not there, empty or of another type. */
export function textsOf<Name extends string>(
  given: Members | undefined,
  names: readonly Name[],
): Readonly<Record<Name, string>> | undefined {
  if (given === undefined) return undefined;
  const entries = names.map((name) => [name, Object.hasOwn(given, name) ? given[name] : undefined]);
  if (!entries.every(([, value]) => typeof value === "string" && value !== "")) return undefined;
  // The line above leaves texts only, one for each name.
  return Object.fromEntries(entries) as Record<Name, string>;
}

/** A table of `name, story, request, answer` as scenarios. */
export function scenariosOf(
  wire: string,
  action: string,
  rows: readonly (readonly [string, string, Scenario["request"], string])[],
): readonly Scenario[] {
  return rows.map(([name, story, request, answer]) => ({
    id: `${wire}/${action}/${name}`,
    wire,
    action,
    story,
    request,
    answer,
  }));
}
