import { plainVendorCode } from "@shiming/provider-kit";

/** What a client can do next: go on, let the user choose another way, ask for an installation, or call for help. */
export type ClientStatus =
  "success" | "cancelled" | "not-installed" | "app-untrusted" | "misconfigured" | "unavailable";

/** How the hand-off to the official app ended. */
export interface ClientResult {
  readonly status: ClientStatus;
  /** The official app's own code, for a support ticket. */
  readonly code: string;
}

/** One line of the table of client codes. */
export interface ClientResultRow {
  /** One that ends in `*` stands for every code that begins so. */
  readonly code: string;
  readonly status: ClientStatus;
  readonly meaning: string;
}

/**
 * The codes whose meaning is known, as seen in version 1.5.3 of the official client library and in the apps that use
 * it; the service publishes no table. Every other code is `unavailable`.
 */
export const CLIENT_RESULTS: readonly ClientResultRow[] = [
  { code: "C0000000", status: "success", meaning: "the data came back" },
  { code: "C0412003", status: "cancelled", meaning: "the user cancelled" },
  { code: "C0412002", status: "not-installed", meaning: "the official app is not installed" },
  { code: "C0412009", status: "app-untrusted", meaning: "the official app's signature did not hold" },
  { code: "C0401009", status: "misconfigured", meaning: "the organisation id is wrong or empty" },
  { code: "C0401010", status: "misconfigured", meaning: "the application id is wrong or empty" },
  { code: "C0401*", status: "misconfigured", meaning: "a parameter is wrong" },
  { code: "C0405001", status: "unavailable", meaning: "the official app failed to process the data" },
];

/**
 * Reads how the hand-off to the official app ended. Good for what to show the user, and for nothing else: it comes from
 * the user's own phone. Whether somebody is verified is for the authority to say.
 *
 * @example
 * ```ts
 * import { readClientResult } from "@shiming/network-identity";
 *
 * console.log(readClientResult({ resultCode: "C0412003" })); // { status: "cancelled", code: "C0412003" }
 * ```
 */
export function readClientResult(result: { readonly resultCode: string }): ClientResult {
  const { resultCode } = result;
  const row = CLIENT_RESULTS.find(({ code }) =>
    code.endsWith("*") ? resultCode.startsWith(code.slice(0, -1)) : resultCode === code,
  );
  return { status: row?.status ?? "unavailable", code: plainVendorCode(resultCode) };
}
