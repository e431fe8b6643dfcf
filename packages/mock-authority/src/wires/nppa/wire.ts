import type { Clock } from "../../clock.ts";
import { mediaTypeOf } from "../../exchange.ts";
import type { Exchange } from "../../exchange.ts";
import type { Registry } from "../../personas/registry.ts";
import { jsonReply } from "../../reply.ts";
import type { Reply } from "../../reply.ts";
import type { SeededRandom } from "../../seeded-random.ts";
import type { Wire } from "../../wire.ts";
import { createAccounts } from "./accounts.ts";
import type { NppaCredentials } from "./accounts.ts";
import { admit } from "./admission.ts";
import { INTERFACES } from "./interfaces.ts";
import type { Answered, Interface } from "./interfaces.ts";
import { createJudge } from "./judge.ts";
import { createRateLimit } from "./rate-limit.ts";
import { nppaScenarios } from "./scenarios.ts";
import { createSubmissions } from "./submissions.ts";
import { vendorError } from "./vendor-error.ts";
import type { VendorError } from "./vendor-error.ts";

/** What the wire needs. */
export interface NppaWireOptions {
  readonly random: SeededRandom;
  readonly registry: Registry;
  readonly clock: Clock;
}

const BASE_PATH = "/nppa";

function refuse(error: VendorError): Answered {
  return { outcome: error, fields: [] };
}

/** Errors travel with HTTP status 200: the specification names no other. */
function replyOf({ outcome }: Answered): Reply {
  if (outcome.kind === "error") return jsonReply({ errcode: outcome.errcode, errmsg: outcome.errmsg });
  return jsonReply({ errcode: 0, errmsg: "OK", data: { result: outcome.standing } });
}

/** The real-name system for games of the press authority: check and query, both with a signature. */
export function createNppaWire({ random, registry, clock }: NppaWireOptions): Wire<NppaCredentials> {
  const { credentials, byAppId } = createAccounts(random);
  const submissions = createSubmissions(clock);
  const records = { judge: createJudge(registry, random), submissions };
  const limits = new Map(
    Array.from(INTERFACES.values(), (one) => [
      one.action,
      createRateLimit({ perSecond: one.perSecond, clock }),
    ]),
  );

  async function answer(exchange: Exchange, one: Interface | undefined): Promise<Answered> {
    const limit = one && limits.get(one.action);
    if (one === undefined || limit === undefined) return refuse(vendorError(1002));
    if (exchange.method !== one.method) return refuse(vendorError(1003));
    const admitted = await admit(exchange, { accounts: byAppId, limit, now: clock.now() });
    if (admitted.kind === "error") return refuse(admitted);
    if (mediaTypeOf(exchange.headers) !== "application/json") return refuse(vendorError(1012));
    return one.answer(admitted, records);
  }

  return {
    id: "nppa",
    about:
      "Real-name system for games of the National Press and Publication Administration, interface V1.8: " +
      "SHA-256 signature and AES-128-GCM verified.",
    scenarios: nppaScenarios(registry),
    baseUrl: (origin) => origin + BASE_PATH,
    credentials: () => credentials,
    owns: ({ path }) => path.startsWith(`${BASE_PATH}/`),
    async handle(exchange) {
      const one = INTERFACES.get(exchange.path.slice(BASE_PATH.length));
      const answered = await answer(exchange, one);
      const { outcome, fields } = answered;
      const status = outcome.kind === "error" ? String(outcome.errcode) : `0/${outcome.standing.status}`;
      return {
        reply: replyOf(answered),
        note: { action: one?.action ?? "unknown", status, fields, requestId: "" },
      };
    },
    reset() {
      submissions.clear();
      for (const limit of limits.values()) limit.clear();
    },
  };
}
