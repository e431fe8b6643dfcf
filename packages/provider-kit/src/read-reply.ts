import type { ProviderResult } from "@shiming/contract";
import { faultToAnswer } from "./fault-to-answer.ts";
import { statusToAnswer } from "./status-to-answer.ts";
import type { VendorCall } from "./vendor-call.ts";
import type { WireReply } from "./wire.ts";

/**
 * The last of the three steps build, send, read. Faults and statuses other than 2xx are handled here, the same for
 * every provider; `read` gets the body of an answer and is a pure function of it.
 *
 * @throws ProviderError
 */
export function readReply(
  reply: WireReply,
  call: VendorCall,
  read: (body: string) => ProviderResult,
): ProviderResult {
  if (reply.kind === "fault") return faultToAnswer(reply.fault, call);
  if (reply.status < 200 || reply.status > 299) return statusToAnswer(reply.status, call);
  return read(reply.body);
}
