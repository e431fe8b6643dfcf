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
import { idCardVerification } from "./id-card-verification.ts";
import { checkOptions, type TencentOptions } from "./options.ts";
import { phoneVerification } from "./phone-verification.ts";
import { readAnswer } from "./read-answer.ts";
import { createSigningKeys } from "./signing-keys.ts";
import { verifyBizLicense2, verifyBizLicense3 } from "./verify-biz-license.ts";

/**
 * Tencent Cloud: name and resident ID (`IdCardVerification`), name, ID and mobile number (`PhoneVerification`), company
 * with or without its legal representative (`VerifyBizLicenseEnterprise3`).
 *
 * Never asks twice: the vendor has no idempotency key and no query for an earlier answer, so a lost answer stays
 * `in-doubt`.
 *
 * @throws UsageError `INVALID_OPTION` when it is made with options that cannot work
 *
 * @example
 * ```ts
 * import { tencent } from "@shiming/tencent";
 *
 * const provider = tencent({
 *   secretId: "AKIDEXAMPLE",
 *   secretKey: "EXAMPLE",
 *   prices: { "resident-id": 1_000_000 }, // 1 yuan
 * });
 * console.log(provider.hosts); // ["faceid.tencentcloudapi.com", "ocr.tencentcloudapi.com"]
 * ```
 */
export function tencent(options: TencentOptions): Provider {
  const { secretId, secretKey, urls, prices, verifyMode } = checkOptions(options);
  const actions = [idCardVerification, phoneVerification(verifyMode), verifyBizLicense2, verifyBizLicense3];
  const origins = Object.values(urls);
  const transport = createTransport({ ...options.transport, origins });
  const signingKey = createSigningKeys(secretKey);

  return {
    specificationVersion: 1,
    id: "tencent",
    region: "CN",
    hosts: [...new Set(origins.map(({ host }) => host))],
    capabilities: actions.map(({ kind, fields }) => toCapability(kind, fields, prices[kind])),
    async verify(check, context) {
      throwIfAborted(context.signal);
      const [action, parameters] = choose(actions, check, context);
      const now = context.clock.now();
      const request = buildRequest({
        action,
        parameters,
        url: urls[action.service],
        secretId,
        signingKey,
        now,
      });
      const reply = await transport.send({ ...request, signal: context.signal });
      return readReply(reply, {
        call: action.table,
        read: (body) => readAnswer(action, body, prices[action.kind]),
      });
    },
    close: () => transport.close(),
  };
}

function toCapability(
  kind: Capability["kind"],
  fields: Capability["fields"],
  costMicros: number | undefined,
): Capability {
  return costMicros === undefined ? { kind, fields } : { kind, fields, costMicros };
}

type Chosen = readonly [action: Action, parameters: Readonly<Record<string, string>>];

function choose(actions: readonly Action[], check: SealedCheck, context: ProviderContext): Chosen {
  for (const action of actions) {
    const parameters = action.parameters(check, (sealed) => context.reveal(sealed));
    if (parameters !== undefined) return [action, parameters];
  }
  throw new UnsupportedError(`tencent has no check of kind ${check.kind} with exactly these fields`);
}
