import type { ProviderResult } from "@shiming/contract";
import { callError, parseJsonObject, plainVendorCode, readWith } from "@shiming/provider-kit";
import { z } from "zod";
import type { Action, Verdict } from "./action.ts";
import { billingOf, chargeOf, type Billing } from "./billing.ts";
import { ERROR_ROWS } from "./error-rows.ts";

/** A request id of another shape than documented is not worth losing an answer. */
const ID = z.string().max(64).optional().catch(undefined);
const ENVELOPE = z.object({ code: z.string(), requestId: ID, reqId: ID, data: z.unknown().optional() });

/** The company checks answer 200000 where the others answer 000000; the vendor's SDK takes both there. */
const SUCCESS: ReadonlySet<string> = new Set(["000000", "200000"]);
const ERROR_CODES: ReadonlySet<string> = new Set(ERROR_ROWS.map(({ code }) => code));

/**
 * What the body of an answer means. Pure.
 *
 * @param price - of one charged call, in millionths of a yuan (CNY)
 * @throws ProviderError
 */
export function readAnswer(action: Action, body: string, price: number | undefined): ProviderResult {
  const { table } = action;
  const answer = parseJsonObject(body, table);
  const { code, requestId, reqId, data } = readWith(ENVELOPE, answer, table);
  const told: Told = { action, billing: billingOf(answer), price, reference: requestId ?? reqId };
  if (!SUCCESS.has(code)) {
    // An error is looked up among errors alone: a code of the envelope that looks like a result is none.
    return ERROR_CODES.has(code)
      ? toResult({ code }, told)
      : notUnderstood("the code is in no table", code, told);
  }
  const verdict = action.verdictOf(data);
  if (verdict === undefined) return notUnderstood("the data are not as documented", code, told);
  if (!table.has(verdict.code) || ERROR_CODES.has(verdict.code)) {
    return notUnderstood("the result is in no table", verdict.code, told);
  }
  return toResult(verdict, told);
}

/** An answer, before anyone has said what it means. */
interface Told {
  readonly action: Action;
  readonly billing: Billing;
  readonly price: number | undefined;
  readonly reference: string | undefined;
}

function toResult({ code, fields }: Verdict, { action, billing, price, reference }: Told): ProviderResult {
  const { table } = action;
  const row = table.lookup(code);
  const name = `${table.provider} ${table.action} ${code}`;
  const charge = chargeOf({ billing, name, otherwise: row.charged, price });
  if ("error" in row) {
    throw callError(row.error, table, { rule: row.meaning, charge, vendorCode: code, reference });
  }
  const result = table.answer(code, { reference });
  return { ...result, ...(result.status === "mismatch" && fields && { fields }), charge };
}

function notUnderstood(rule: string, code: string, { action, billing, reference }: Told): never {
  const { table } = action;
  const vendorCode = plainVendorCode(code);
  const name = `${table.provider} ${table.action} ${vendorCode}`;
  const charge = chargeOf({ billing, name, otherwise: "unknown" });
  throw callError("RESPONSE_INVALID", table, { rule, charge, vendorCode, reference });
}
