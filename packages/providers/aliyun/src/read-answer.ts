import type { ProviderResult } from "@shiming/contract";
import { parseJsonObject, readWith } from "@shiming/provider-kit";
import { z } from "zod";
import type { Action } from "./action.ts";
import { CODE, REQUEST_ID } from "./code.ts";

const ENVELOPE = z.object({ Code: CODE, RequestId: REQUEST_ID });

/**
 * What the body of a 2xx means: the second layer, a `Code` that says there is no result, and the third, the result.
 * Pure.
 *
 * @throws ProviderError
 */
export function readAnswer(action: Action, body: string, costMicros: number | undefined): ProviderResult {
  const { table } = action;
  const answer = parseJsonObject(body, table);
  const { Code, RequestId: reference } = readWith(ENVELOPE, answer, table);
  if (Code !== action.success) return table.answer(Code, { reference });
  const { code, fields = [] } = action.find(answer);
  const result = table.answer(code, { reference, costMicros });
  // The vendor prints no rule of charges for these actions: the basis says that ours is not confirmed.
  const charge = { ...result.charge, basis: `${result.charge.basis} (unconfirmed)` };
  if (result.status !== "mismatch" || fields.length === 0) return { ...result, charge };
  return { ...result, fields, charge };
}
