import type { Clock } from "../../clock.ts";
import { mediaTypeOf } from "../../exchange.ts";
import type { Exchange } from "../../exchange.ts";
import type { PersonalField } from "../../journal.ts";
import type { Registry } from "../../personas/registry.ts";
import { jsonReply } from "../../reply.ts";
import type { Reply } from "../../reply.ts";
import type { SeededRandom } from "../../seeded-random.ts";
import type { Wire } from "../../wire.ts";
import type { Action, Answer, Values } from "./action.ts";
import { ACTIONS } from "./actions.ts";
import { verifyAcs3 } from "./acs3-verify.ts";
import { gatewayError } from "./gateway-error.ts";
import type { GatewayError } from "./gateway-error.ts";
import { createNonces } from "./nonces.ts";
import { aliyunScenarios } from "./scenarios.ts";

/** What the wire needs. */
export interface AliyunWireOptions {
  readonly random: SeededRandom;
  readonly registry: Registry;
  readonly clock: Clock;
}

/** A key pair as the vendor's console gives it out. */
export type AliyunCredentials = Readonly<Record<"accessKeyId" | "accessKeySecret", string>>;

interface Decision {
  readonly outcome: Answer | GatewayError;
  readonly fields: readonly PersonalField[];
}

const refuse = (outcome: GatewayError): Decision => ({ outcome, fields: [] });

/** Parameters from where a request of this action has them: a GET has its query alone. */
function valuesOf(action: Action, { method, query, headers }: Exchange, body: Uint8Array): Values {
  if (action.place === "query" || method === "GET") return Object.fromEntries(new URLSearchParams(query));
  if (mediaTypeOf(headers) !== "application/x-www-form-urlencoded") return {};
  return Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)));
}

function reply(outcome: Answer | GatewayError, RequestId: string): Reply {
  if (outcome.kind === "answer") return jsonReply({ RequestId, ...outcome.body });
  const { status, code: Code, message: Message } = outcome;
  const Recommend = `https://api.aliyun.com/troubleshoot?q=${Code}&product=Cloudauth`;
  return jsonReply({ RequestId, HostId: "cloudauth.aliyuncs.com", Code, Message, Recommend }, status);
}

/** Alibaba Cloud, RPC products: one endpoint at `/`, actions by header. */
export function createAliyunWire({ random, registry, clock }: AliyunWireOptions): Wire<AliyunCredentials> {
  const accessKeyId = `LTAImock${random.derive("aliyun access key id").slice(0, 16)}`;
  const accessKeySecret = `mock${random.derive("aliyun access key secret").slice(0, 26)}`;
  const secretOf = (id: string): string | undefined => (id === accessKeyId ? accessKeySecret : undefined);
  const nonces = createNonces(clock);
  const takeNonce = (nonce: string): boolean => nonces.take(nonce);

  async function answer(exchange: Exchange, action: Action | undefined): Promise<Decision> {
    const { method, query, host, headers } = exchange;
    if (method !== "POST" && method !== "GET") return refuse(gatewayError("UnsupportedHTTPMethod"));
    if (action === undefined || headers.get("x-acs-version") !== action.version) {
      return refuse(gatewayError("InvalidApi.NotFound"));
    }
    const body = await exchange.readBody();
    if (body.kind === "too-large") return refuse(gatewayError("RequestEntityTooLarge"));
    if (body.kind === "broken")
      return refuse(gatewayError("InvalidParameter", "The body could not be read."));
    const signed = { method, query, host, headers, body: body.bytes };
    const refused = verifyAcs3(signed, { secretOf, takeNonce, now: clock.now() });
    if (refused !== undefined) return refuse(refused);
    const values = valuesOf(action, exchange, body.bytes);
    const fields = Object.entries(action.fields).flatMap(([name, field]) =>
      (values[name] ?? "") === "" ? [] : [field],
    );
    return { outcome: action.answer(values, registry), fields };
  }

  return {
    id: "aliyun",
    about: "Alibaba Cloud ID verification, cloudauth 2019-03-07 and 2022-11-25, ACS3-HMAC-SHA256 verified.",
    scenarios: aliyunScenarios(registry),
    baseUrl: (origin) => origin,
    credentials: () => ({ accessKeyId, accessKeySecret }),
    owns: ({ path, headers }) => path === "/" && headers.has("x-acs-action"),
    async handle(exchange) {
      const requestId = random.nextUuid().toUpperCase();
      const action = ACTIONS.get(exchange.headers.get("x-acs-action") ?? "");
      const { outcome, fields } = await answer(exchange, action);
      const status = outcome.kind === "error" ? outcome.code : outcome.status;
      return {
        reply: reply(outcome, requestId),
        note: { action: action?.name ?? "unknown", status, fields, requestId },
      };
    },
    reset: () => nonces.clear(),
  };
}
