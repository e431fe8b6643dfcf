import {
  throwIfAborted,
  UnsupportedError,
  type Capability,
  type Provider,
  type ProviderContext,
  type SealedCheck,
} from "@shiming/contract";
import { createTransport, readReply } from "@shiming/provider-kit";
import type { Action } from "./action.ts";
import { buildRequest } from "./build-request.ts";
import { entElementVerify } from "./ent-element-verify.ts";
import { id2MetaVerify } from "./id2-meta-verify.ts";
import { mobile2MetaVerify, mobile3MetaVerify } from "./mobile-meta-verify.ts";
import { checkOptions, type AliyunOptions, type CheckedOptions } from "./options.ts";
import { readAnswer } from "./read-answer.ts";
import { readRefusal } from "./read-refusal.ts";
import { sha256 } from "./sign-acs3.ts";

/**
 * Alibaba Cloud: name and resident ID (`Id2MetaVerify`), two or three elements of a phone (`Mobile2MetaVerify`,
 * `Mobile3MetaSimpleVerify`, `Mobile3MetaDetailVerify`) and, with the option `company`, a company with or without its
 * legal representative (`EntElementVerifyV2`, whose values the vendor wants in the URL).
 *
 * Never asks twice: the vendor has no idempotency key and no query for an earlier answer, so a lost answer stays
 * `in-doubt`.
 *
 * @throws UsageError `INVALID_OPTION` when it is made with options that cannot work
 *
 * @example
 * ```ts
 * import { aliyun } from "@shiming/aliyun";
 *
 * const provider = aliyun({
 *   accessKeyId: "LTAIEXAMPLE",
 *   accessKeySecret: "EXAMPLE",
 *   company: { userAuthorization: true },
 * });
 * console.log(provider.hosts); // ["cloudauth.aliyuncs.com"]
 * ```
 */
export function aliyun(options: AliyunOptions): Provider {
  const checked = checkOptions(options);
  const { accessKeyId, accessKeySecret, url, prices, randomBytes } = checked;
  const actions = actionsOf(checked);
  const transport = createTransport({ ...options.transport, origins: [url] });

  return {
    specificationVersion: 1,
    id: "aliyun",
    region: "CN",
    hosts: [url.host],
    capabilities: actions.map(({ kind, fields }): Capability => {
      const costMicros = prices[kind];
      return costMicros === undefined ? { kind, fields } : { kind, fields, costMicros };
    }),
    async verify(check, context) {
      throwIfAborted(context.signal);
      const [action, parameters] = choose(actions, check, context);
      const now = context.clock.now();
      const nonce = Buffer.from(randomBytes(16)).toString("hex");
      const request = buildRequest({ action, parameters, url, accessKeyId, accessKeySecret, now, nonce });
      const reply = await transport.send({ ...request, signal: context.signal });
      const refused = readRefusal(action.table, reply);
      if (refused !== undefined) return refused;
      return readReply(reply, {
        call: action.table,
        read: (body) => readAnswer(action, body, prices[action.kind]),
      });
    },
    close: () => transport.close(),
  };
}

function actionsOf({ paramType, verifyMode, company }: CheckedOptions): readonly Action[] {
  return [
    id2MetaVerify(paramType),
    mobile2MetaVerify(paramType),
    mobile3MetaVerify(paramType, verifyMode),
    ...(company === undefined ? [] : entElementVerify(company)),
  ];
}

type Chosen = readonly [action: Action, parameters: Readonly<Record<string, string>>];

function choose(actions: readonly Action[], check: SealedCheck, context: ProviderContext): Chosen {
  const tools = {
    reveal: (sealed: Parameters<ProviderContext["reveal"]>[0]) => context.reveal(sealed),
    // In the form the vendor takes, and still the same for the same verification.
    bizId: sha256(context.verificationId).slice(0, 32),
  };
  for (const action of actions) {
    const parameters = action.parameters(check, tools);
    if (parameters !== undefined) return [action, parameters];
  }
  throw new UnsupportedError(`aliyun has no check of kind ${check.kind} with exactly these fields`);
}
