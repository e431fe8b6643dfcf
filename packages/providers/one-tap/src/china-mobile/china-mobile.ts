import { assertOptions, assertText, type Provider } from "@shiming/contract";
import { toSecret, type Secret } from "@shiming/provider-kit";
import {
  addressOf,
  checkOneTapOptions,
  checkProduct,
  type OneTapOptions,
  type OneTapProduct,
} from "../common-options.ts";
import { createOneTapProvider } from "../one-tap-provider.ts";
import { loginTokenValidate } from "./login-token-validate.ts";
import { tokenValidate } from "./token-validate.ts";

/** What `chinaMobile` is made with. */
export interface ChinaMobileOptions extends OneTapOptions {
  /** Id of the app, from the vendor's console. Required. */
  readonly appId: string;
  /** Key of the same app. Required. */
  readonly appKey: string | Secret;
  /** Which product made the tokens. Default `one-tap`. */
  readonly product?: OneTapProduct;
}

const HOST = "https://www.cmpassport.com";

/**
 * China Mobile, asked directly: `loginTokenValidate` (one tap; tokens of China Mobile alone) or `tokenValidate` (number
 * check).
 *
 * A token leaves once: no answer, no second try.
 *
 * @throws UsageError `INVALID_OPTION` when it is made with options that cannot work
 *
 * @example
 * ```ts
 * import { chinaMobile } from "@shiming/one-tap";
 *
 * const provider = chinaMobile({ appId: "300000000001", appKey: "EXAMPLE", product: "number-check" });
 * console.log(provider.hosts); // ["www.cmpassport.com"]
 * ```
 */
export function chinaMobile(options: ChinaMobileOptions): Provider {
  assertOptions(options, "options");
  const { appId, baseUrl = HOST } = options;
  assertText(appId, "appId");
  const appKey = toSecret(options.appKey, "appKey");
  const wire =
    checkProduct(options.product) === "one-tap"
      ? loginTokenValidate({ url: addressOf(baseUrl, "/unisdk/rsapi/loginTokenValidate"), appId, appKey })
      : tokenValidate({ url: addressOf(baseUrl, "/openapi/rs/tokenValidate"), appId, appKey });
  return createOneTapProvider(wire, checkOneTapOptions(options));
}
