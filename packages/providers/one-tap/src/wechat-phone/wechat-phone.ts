import { assertOption, assertOptions, assertText, type Provider } from "@shiming/contract";
import { toSecret, type Secret } from "@shiming/provider-kit";
import { addressOf, checkOneTapOptions, type OneTapOptions } from "../common-options.ts";
import { createOneTapProvider } from "../one-tap-provider.ts";
import type { Credential } from "../wire.ts";
import { ownToken, stableToken } from "./access-token.ts";
import { getUserPhoneNumber } from "./get-user-phone-number.ts";

/** What `wechatPhone` is made with. */
export type WechatPhoneOptions = OneTapOptions &
  (
    | {
        /** AppID of the mini program. Required with `secret`. */
        readonly appId: string;
        /** AppSecret of the same. With it, access tokens are fetched (`stable_token`), kept and renewed here. */
        readonly secret: string | Secret;
        readonly accessToken?: never;
      }
    | {
        readonly appId?: never;
        readonly secret?: never;
        /** Gives the access token, from the one place where your servers keep it. */
        readonly accessToken: () => string | Promise<string>;
      }
  );

const HOST = "https://api.weixin.qq.com";

/**
 * WeChat mini programs: the number that a person allowed the mini program to know (`getuserphonenumber`). The token of the
 * check is the `code` of the button's event.
 *
 * A code leaves once: no answer, no second try.
 *
 * @throws UsageError `INVALID_OPTION` when it is made with options that cannot work
 *
 * @example
 * ```ts
 * import { wechatPhone } from "@shiming/one-tap";
 *
 * const provider = wechatPhone({ appId: "wxEXAMPLE", secret: "EXAMPLE" });
 * console.log(provider.hosts); // ["api.weixin.qq.com"]
 * ```
 */
export function wechatPhone(options: WechatPhoneOptions): Provider {
  assertOptions(options, "options");
  const { baseUrl = HOST } = options;
  const wire = getUserPhoneNumber({
    url: addressOf(baseUrl, "/wxa/business/getuserphonenumber"),
    credential: credentialOf(options, baseUrl),
  });
  return createOneTapProvider(wire, checkOneTapOptions(options));
}

function credentialOf({ appId, secret, accessToken }: WechatPhoneOptions, baseUrl: string): Credential {
  if (accessToken === undefined) {
    assertText(appId, "appId");
    return stableToken({
      url: addressOf(baseUrl, "/cgi-bin/stable_token"),
      appId,
      secret: toSecret(secret, "secret"),
    });
  }
  assertOption(typeof accessToken === "function", "accessToken", "must be a function");
  assertOption(secret === undefined, "secret", "must be absent when accessToken is there");
  return ownToken(accessToken);
}
