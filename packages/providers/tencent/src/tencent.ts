import { randomBytes } from "node:crypto";
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
import { checkIdNameDate } from "./check-id-name-date.ts";
import { checkPhoneAndName } from "./check-phone-and-name.ts";
import { encryptParameters } from "./encrypt-parameters.ts";
import { idCardVerification } from "./id-card-verification.ts";
import { checkOptions, type TencentOptions } from "./options.ts";
import { PHONE_ACTIONS } from "./phone-actions.ts";
import { readAnswer } from "./read-answer.ts";
import { createSigningKeys } from "./signing-keys.ts";
import { verifyBizLicense4 } from "./verify-biz-license-4.ts";
import { verifyBizLicense2, verifyBizLicense3 } from "./verify-biz-license.ts";

/**
 * Tencent Cloud: name and resident ID with or without the card's validity, mobile number and name with or without the
 * ID, company with or without its legal representative. Each check is one action of the vendor; where several could do
 * it, `actions` says which.
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
  const { secretId, secretKey, urls, prices, publicKey, phoneAction, ...phoneOptions } =
    checkOptions(options);
  const actions = [
    idCardVerification,
    checkIdNameDate,
    checkPhoneAndName,
    PHONE_ACTIONS[phoneAction](phoneOptions),
    verifyBizLicense2,
    verifyBizLicense3,
    verifyBizLicense4,
  ];
  const priceOf = ({ kind, table }: Action): number | undefined => prices[table.action] ?? prices[kind];
  const origins = Object.values(urls);
  const transport = createTransport({ ...options.transport, origins });
  const signingKey = createSigningKeys(secretKey);

  return {
    specificationVersion: 1,
    id: "tencent",
    region: "CN",
    hosts: [...new Set(origins.map(({ host }) => host))],
    capabilities: actions.map((action) => toCapability(action, priceOf(action))),
    async verify(check, context) {
      throwIfAborted(context.signal);
      const [action, values] = choose(actions, check, context);
      const parameters =
        publicKey && action.encryption
          ? encryptParameters(values, action.encryption, { publicKey, random: randomBytes })
          : values;
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
        read: (body) => readAnswer(action, body, priceOf(action)),
      });
    },
    close: () => transport.close(),
  };
}

function toCapability({ kind, fields }: Action, costMicros: number | undefined): Capability {
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
