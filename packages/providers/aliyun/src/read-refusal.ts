import type { ProviderResult } from "@shiming/contract";
import type { ResultTable, WireReply } from "@shiming/provider-kit";
import { z } from "zod";
import { CODE, REQUEST_ID } from "./code.ts";

/** `Message` is left alone: after a wrong signature it quotes the request, personal values and all. */
const REFUSAL = z.object({ Code: CODE, RequestId: REQUEST_ID });

/**
 * The first layer: what the gateway's code in a 4xx means, or undefined where there is none that the table knows, so that
 * the status alone decides. Pure.
 *
 * @throws ProviderError
 */
export function readRefusal(table: ResultTable, reply: WireReply): ProviderResult | undefined {
  if (reply.kind !== "response" || reply.status < 400 || reply.status > 499) return undefined;
  const refusal = REFUSAL.safeParse(parsed(reply.body)).data;
  if (refusal === undefined || !table.has(refusal.Code)) return undefined;
  return table.answer(refusal.Code, { reference: refusal.RequestId });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The engine's message quotes the body.
    return undefined;
  }
}
