import type { ProviderResult } from "@shiming/contract";
import { faultToAnswer } from "./fault-to-answer.ts";
import { problemCodeOf } from "./problem-code.ts";
import { statusToAnswer } from "./status-to-answer.ts";
import type { VendorCall } from "./vendor-call.ts";
import type { WireReply } from "./wire.ts";

/** How the answers to one call are read. */
export interface ReplyReader {
  /** The call that was made; a result table is one. */
  readonly call: VendorCall;
  /** What the body of a 2xx means. */
  read(body: string): ProviderResult | Promise<ProviderResult>;
  /**
   * What the `code` of problem details (RFC 9457) with a 4xx means, or undefined for one that this wire does not know.
   * Default: the status alone decides.
   */
  readProblem?(code: string): ProviderResult | undefined;
}

/**
 * The last of the three steps build, send, read. Faults and statuses other than 2xx are handled here, the same for
 * every provider; `read` and `readProblem` are given what is the vendor's own.
 *
 * @throws ProviderError
 */
export async function readReply(reply: WireReply, reader: ReplyReader): Promise<ProviderResult> {
  const { call } = reader;
  if (reply.kind === "fault") return faultToAnswer(reply.fault, call);
  if (reply.status >= 200 && reply.status <= 299) return reader.read(reply.body);
  const code = problemCodeOf(reply);
  const told = code === undefined ? undefined : reader.readProblem?.(code);
  return told ?? statusToAnswer(reply.status, call);
}
