import { assertOptions, assertText, type Provider } from "@shiming/contract";
import { toSecret, type Secret } from "@shiming/provider-kit";
import { addressOf, checkOneTapOptions, checkProduct, type OneTapOptions } from "../common-options.ts";
import { createOneTapProvider } from "../one-tap-provider.ts";
import type { Wire } from "../wire.ts";
import { basicAuth } from "./basic-auth.ts";
import { readPrivateKey } from "./decrypt-phone.ts";
import { loginTokenVerify } from "./login-token-verify.ts";
import { verify } from "./verify.ts";

/** What `jiguang` is made with. */
export type JiguangOptions = OneTapOptions & {
  /** AppKey of the app. Required. */
  readonly appKey: string;
  /** Master Secret of the same app. Required. */
  readonly masterSecret: string | Secret;
} & (
    | {
        /** Which product made the tokens. Default `one-tap`. */
        readonly product?: "one-tap";
        /** RSA private key in PEM; its public half is in the vendor's console. Required for `one-tap`. */
        readonly privateKey: string | Secret;
      }
    | {
        readonly product: "number-check";
        readonly privateKey?: never;
      }
  );

const HOST = "https://api.verification.jpush.cn";

/**
 * JiGuang (Aurora) JVerification, for the tokens of all three carriers: `loginTokenVerify` (one tap) or `verify` (number
 * check).
 *
 * A token leaves once: no answer, no second try.
 *
 * @throws UsageError `INVALID_OPTION` when it is made with options that cannot work
 *
 * @example
 * ```ts
 * import { jiguang } from "@shiming/one-tap";
 *
 * const provider = jiguang({ appKey: "EXAMPLE", masterSecret: "EXAMPLE", product: "number-check" });
 * console.log(provider.hosts); // ["api.verification.jpush.cn"]
 * ```
 */
export function jiguang(options: JiguangOptions): Provider {
  assertOptions(options, "options");
  assertText(options.appKey, "appKey");
  checkProduct(options.product);
  return createOneTapProvider(wireOf(options), checkOneTapOptions(options));
}

function wireOf(options: JiguangOptions): Wire {
  const { appKey, baseUrl = HOST } = options;
  const masterSecret = toSecret(options.masterSecret, "masterSecret");
  const authorization = (): string => basicAuth(appKey, masterSecret.reveal());
  if (options.product === "number-check") {
    return verify({ url: addressOf(baseUrl, "/v1/web/verify"), authorization });
  }
  const privateKey = readPrivateKey(toSecret(options.privateKey, "privateKey"));
  return loginTokenVerify({ url: addressOf(baseUrl, "/v1/web/loginTokenVerify"), authorization, privateKey });
}
