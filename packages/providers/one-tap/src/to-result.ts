import type { ProviderResult } from "@shiming/contract";
import { callError } from "@shiming/provider-kit";
import type { VendorAnswer, Wire } from "./wire.ts";

/** What {@link toResult} goes by beside the answer. */
export interface Asked {
  /** The number to compare; absent where the app asked for the number. */
  readonly phone: string | undefined;
  /** Price of a charged call, in millionths of a yuan (CNY). */
  readonly costMicros: number | undefined;
}

/**
 * What an answer means. A number that the vendor told is compared here and goes no further; only an app that asked
 * without one is given it.
 *
 * @throws ProviderError
 */
export function toResult({ table, tells }: Wire, answer: VendorAnswer, asked: Asked): ProviderResult {
  const { code, reference } = answer;
  const { phone, costMicros } = asked;
  const result = table.answer(code, { reference, costMicros });
  if (result.status !== "match" || tells === "verdict") return result;
  const { charge } = result;
  const number = answer.number === undefined ? undefined : plainNumber(answer.number);
  if (number === undefined) {
    const rule = "the answer has no telephone number that can be read";
    throw callError("RESPONSE_INVALID", table, { rule, charge, reference });
  }
  if (phone === undefined) return { ...result, attributes: { "mobile-number": number } };
  if (number === phone) return result;
  return {
    status: "mismatch",
    fields: ["mobile-number"],
    charge,
    ...(reference !== undefined && { reference }),
  };
}

/**
 * A mainland mobile number as eleven digits, or another country's as `+` and digits (ITU-T E.164); undefined for
 * anything else.
 */
export function plainNumber(text: string): string | undefined {
  const number = text.replaceAll(/[\s-]/g, "").replace(/^(?:\+|00)86(?=1\d{10}$)/, "");
  return /^(?:1\d{10}|\+\d{6,15})$/.test(number) ? number : undefined;
}
