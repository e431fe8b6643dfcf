import { UsageError } from "@shiming/contract";
import { checkBaseUrl, checkInteger, type TransportTuning } from "@shiming/provider-kit";

/** What every factory of this package takes. */
export interface OneTapOptions {
  /** Another address, such as a mock's. Default: the vendor's host in mainland China. */
  readonly baseUrl?: string;
  /** What you pay for one charged call, in millionths of a yuan (CNY). Default: unknown. */
  readonly price?: number;
  /** Time-outs, sizes and TLS. Default: see `TransportTuning` of `@shiming/provider-kit`. */
  readonly transport?: TransportTuning;
}

/**
 * Which of a vendor's two products made the token. `one-tap` tells the number, `number-check` only whether a number is
 * the one in hand; neither takes the other's tokens.
 */
export type OneTapProduct = "one-tap" | "number-check";

export interface CheckedOneTapOptions {
  readonly costMicros: number | undefined;
  readonly transport: TransportTuning;
}

/** A yuan is 1 000 000 micros; no check costs a thousand of them. */
const MAX_PRICE = 1_000_000_000;

/** @throws UsageError `INVALID_OPTION` */
export function checkOneTapOptions({ price, transport = {} }: OneTapOptions): CheckedOneTapOptions {
  if (price !== undefined) checkInteger(price, "price", { min: 0, max: MAX_PRICE });
  return { costMicros: price, transport };
}

/**
 * The address of a call: a path under the base.
 *
 * @throws UsageError `INVALID_OPTION`
 */
export function addressOf(baseUrl: string, path: string): URL {
  const base = checkBaseUrl(baseUrl);
  return new URL(`${base.pathname.replace(/\/+$/, "")}${path}`, base);
}

/** @throws UsageError `INVALID_OPTION` */
export function checkProduct(product: OneTapProduct = "one-tap"): OneTapProduct {
  if (product !== "one-tap" && product !== "number-check") {
    throw new UsageError("INVALID_OPTION", "product", "must be one-tap or number-check");
  }
  return product;
}
