import type { ProviderResult } from "@shiming/contract";
import { parseJsonObject, readWith } from "@shiming/provider-kit";
import { z } from "zod";
import type { Action } from "./action.ts";

/** `Response.Error` comes with HTTP 200. A request id of another shape than documented is not worth losing an answer. */
const ENVELOPE = z.object({
  Response: z.looseObject({
    RequestId: z.string().max(64).optional().catch(undefined),
    Error: z.object({ Code: z.string() }).nullish(),
  }),
});

/**
 * What the body of an answer means. Pure.
 *
 * @throws ProviderError
 */
export function readAnswer(action: Action, body: string, costMicros: number | undefined): ProviderResult {
  const { table } = action;
  const { Response: response } = readWith(ENVELOPE, parseJsonObject(body, table), table);
  const code = response.Error?.Code ?? action.codeOf(response);
  return table.answer(code, { reference: response.RequestId, costMicros });
}
