import { assertOptions, assertText, type Provider } from "@shiming/contract";
import { toSecret, type Secret } from "@shiming/provider-kit";
import { addressOf, checkOneTapOptions, type OneTapOptions } from "../common-options.ts";
import { createOneTapProvider } from "../one-tap-provider.ts";
import { checkPhone } from "./check-phone.ts";

/** What `geetest` is made with. */
export interface GeetestOptions extends OneTapOptions {
  /** Id of an app of OneLogin. Required. */
  readonly appId: string;
  /** Key of the same app. Required. */
  readonly appKey: string | Secret;
}

const HOST = "https://onelogin.geetest.com";

/**
 * GeeTest OneLogin, for the tokens of all three carriers: `check_phone`. The vendor's SDK gives the app more than a token:
 * put it together with `geetestToken`.
 *
 * A token leaves once: no answer, no second try.
 *
 * @throws UsageError `INVALID_OPTION` when it is made with options that cannot work
 *
 * @example
 * ```ts
 * import { geetest } from "@shiming/one-tap";
 *
 * const provider = geetest({ appId: "EXAMPLE", appKey: "EXAMPLE" });
 * console.log(provider.hosts); // ["onelogin.geetest.com"]
 * ```
 */
export function geetest(options: GeetestOptions): Provider {
  assertOptions(options, "options");
  const { appId, baseUrl = HOST } = options;
  assertText(appId, "appId");
  const appKey = toSecret(options.appKey, "appKey");
  const wire = checkPhone({ url: addressOf(baseUrl, "/check_phone"), appId, appKey });
  return createOneTapProvider(wire, checkOneTapOptions(options));
}
