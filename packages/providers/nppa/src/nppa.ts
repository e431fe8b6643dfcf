import { randomBytes } from "node:crypto";
import {
  fits,
  throwIfAborted,
  UnsupportedError,
  type Capability,
  type Provider,
  type ProviderContext,
  type ProviderResult,
} from "@shiming/contract";
import { createTransport, readReply, type ResultTable, type WireRequest } from "@shiming/provider-kit";
import { aiOf, checkAi } from "./ai.ts";
import { buildCheck, buildQuery } from "./build-request.ts";
import { NONCE_BYTES } from "./encrypt.ts";
import { checkOptions, type NppaOptions } from "./options.ts";
import { readAnswer } from "./read-answer.ts";
import { CHECK, PROVIDER_ID, QUERY } from "./result-tables.ts";

const CAPABILITY: Capability = {
  kind: "resident-id",
  fields: ["name", "id-document-number"],
  // The service bills nothing.
  costMicros: 0,
};

/** The specification's own advice for a client (V1.8): a request is void after as many. */
const HEADERS_TIMEOUT_MS = 5000;

/**
 * The real-name system for games of the National Press and Publication Administration (国家新闻出版署网络游戏防沉迷实名认证系统):
 * name and resident ID. It is free, and open to operators of games alone.
 *
 * An answer may take up to 48 hours: then the result is `pending`, and `resume` asks for it. The same asks for an answer
 * that was lost. Each check has an `ai` of its own, made of the verification's id.
 *
 * @throws UsageError `INVALID_OPTION` when it is made with options that cannot work
 *
 * @example
 * ```ts
 * import { nppa } from "@shiming/nppa";
 *
 * const provider = nppa({
 *   appId: "test-appId",
 *   bizId: "test-bizId",
 *   secretKey: "2836e95fcd10e04b0069bb1ee659955b", // the example of the specification
 * });
 * console.log(provider.hosts); // ["api.wlc.nppa.gov.cn", "api2.wlc.nppa.gov.cn"]
 * ```
 */
export function nppa(options: NppaOptions): Provider {
  const { account, endpoints, piField } = checkOptions(options);
  const origins = Object.values(endpoints);
  const transport = createTransport({ headersTimeoutMs: HEADERS_TIMEOUT_MS, ...options.transport, origins });

  async function ask(request: Omit<WireRequest, "signal">, asked: Asked): Promise<ProviderResult> {
    const { table, ai, signal } = asked;
    const reply = await transport.send({ ...request, signal });
    const read = (body: string): ProviderResult => readAnswer(body, { table, ai, piField });
    const result = await readReply(reply, { call: table, read });
    return result.status === "in-doubt" ? { ...result, handle: ai } : result;
  }

  return {
    specificationVersion: 1,
    id: PROVIDER_ID,
    region: "CN",
    hosts: [...new Set(origins.map(({ host }) => host))],
    capabilities: [CAPABILITY],
    async verify(check, context) {
      const { signal, clock } = context;
      throwIfAborted(signal);
      if (!fits<{ kind: "resident-id"; name: string; idNumber: string }>(CAPABILITY, check)) {
        throw new UnsupportedError(`nppa has no check of kind ${check.kind} with exactly these fields`);
      }
      const ai = aiOf(context.verificationId);
      const request = buildCheck({
        account,
        endpoints,
        ai,
        name: context.reveal(check.name),
        idNumber: context.reveal(check.idNumber),
        nonce: randomBytes(NONCE_BYTES),
        now: clock.now(),
      });
      return ask(request, { table: CHECK, ai, signal });
    },
    async resume(handle: string, { signal, clock }: ProviderContext) {
      throwIfAborted(signal);
      const ai = checkAi(handle, "handle");
      return ask(buildQuery({ account, endpoints, ai, now: clock.now() }), { table: QUERY, ai, signal });
    },
    close: () => transport.close(),
  };
}

interface Asked {
  readonly table: ResultTable;
  readonly ai: string;
  readonly signal: AbortSignal;
}
