import type { Clock } from "../../clock.ts";
import { mediaTypeOf } from "../../exchange.ts";
import type { Exchange } from "../../exchange.ts";
import type { PersonalField } from "../../journal.ts";
import type { Registry } from "../../personas/registry.ts";
import type { SeededRandom } from "../../seeded-random.ts";
import type { Wire } from "../../wire.ts";
import { createAccounts } from "./accounts.ts";
import type { ChuanglanCredentials } from "./accounts.ts";
import type { Action, Answer } from "./action.ts";
import { ACTIONS } from "./actions.ts";
import { createAdmission } from "./admission.ts";
import { answerReply, errorReply } from "./envelope.ts";
import type { Stamp } from "./envelope.ts";
import { readParameters } from "./parameters.ts";
import { chuanglanScenarios } from "./scenarios.ts";
import { vendorError } from "./vendor-error.ts";
import type { VendorError } from "./vendor-error.ts";

/** What the wire needs. */
export interface ChuanglanWireOptions {
  readonly random: SeededRandom;
  readonly registry: Registry;
  readonly clock: Clock;
}

interface Decision {
  readonly outcome: Answer | VendorError;
  readonly fields: readonly PersonalField[];
}

function refuse(error: VendorError): Decision {
  return { outcome: error, fields: [] };
}

/** What the request must look like before anything in it is read. */
function checkProtocol({ method, query, headers }: Exchange): VendorError | undefined {
  if (method !== "POST") return vendorError("190004", "the method must be POST");
  if (mediaTypeOf(headers) !== "application/json") {
    return vendorError("190004", "the content type must be application/json");
  }
  return query === "" ? undefined : vendorError("190004", "parameters are in the body, not in a query");
}

/** Chuanglan 253, the signed JSON interface of 2026: people under `/api/v2/auth`, companies also under `/api/v2/sdk`. */
export function createChuanglanWire({
  random,
  registry,
  clock,
}: ChuanglanWireOptions): Wire<ChuanglanCredentials> {
  const accounts = createAccounts(random);
  const admission = createAdmission(accounts, clock);

  async function decide(exchange: Exchange, action: Action): Promise<Decision> {
    const refused = checkProtocol(exchange) ?? admission.admit(exchange.headers);
    if (refused !== undefined) return refuse(refused);
    const body = await exchange.readBody();
    if (body.kind === "too-large") return refuse(vendorError("190004", "the body is too large"));
    if (body.kind === "broken") return refuse(vendorError("190004", "the body could not be read"));
    const { fields, outcome } = readParameters(body.bytes, action.parameters);
    return { fields, outcome: outcome.kind === "error" ? outcome : action.answer(outcome.values, registry) };
  }

  const nextStamp = (): Stamp => ({
    requestId: random.next().slice(0, 32).toUpperCase(),
    orderNo: `01${Number.parseInt(random.next().slice(0, 12), 16)}`,
    now: clock.now(),
  });

  return {
    id: "chuanglan",
    about: "Chuanglan 253, signed JSON interface of its 2026 Java SDK; CheckSum verified, nonces used once.",
    scenarios: chuanglanScenarios(registry),
    baseUrl: (origin) => origin,
    credentials: () => accounts.credentials,
    owns: ({ path }) => ACTIONS.has(path),
    async handle(exchange) {
      const action = ACTIONS.get(exchange.path);
      // `owns` lets nothing else through.
      if (action === undefined) throw new TypeError("not a path of this wire");
      const stamp = nextStamp();
      const { outcome, fields } = await decide(exchange, action);
      const { requestId } = stamp;
      return outcome.kind === "error"
        ? {
            reply: errorReply(outcome, stamp),
            note: { action: action.name, status: outcome.code, fields, requestId },
          }
        : {
            reply: answerReply(outcome, action, stamp),
            note: { action: action.name, status: outcome.status, fields, requestId },
          };
    },
    reset: () => admission.reset(),
  };
}
