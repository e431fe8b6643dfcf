import { jsonReply } from "../../reply.ts";
import type { Reply } from "../../reply.ts";
import type { Action, Answer } from "./action.ts";
import type { VendorError } from "./vendor-error.ts";

/** What is new in every answer. */
export interface Stamp {
  readonly requestId: string;
  readonly orderNo: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const HOURS_OF_CHINA = 8;

/** `2026-01-02 11:04:05`, in China. */
function timeInChina(now: number): string {
  return new Date(now + HOURS_OF_CHINA * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
}

/** An error is never charged. Its HTTP status is 200: the vendor's documents name no other. */
export function errorReply({ code, message }: VendorError, { requestId }: Stamp): Reply {
  return jsonReply({ code, msg: message, requestId, chargeStatus: 0, chargeCount: 0, data: null });
}

/** An answer, with what it cost in the way this action writes it. */
export function answerReply({ charged, data }: Answer, action: Action, stamp: Stamp): Reply {
  const { requestId, orderNo, now } = stamp;
  const count = charged ? 1 : 0;
  const counted = { number: { chargeCount: count }, text: { chargeCount: String(count) }, "no-count": {} };
  const stamped = action.success === "000000" ? { orderNo, handleTime: timeInChina(now), ...data } : data;
  return jsonReply({
    code: action.success,
    msg: "success",
    requestId,
    chargeStatus: count,
    ...counted[action.billing],
    data: stamped,
  });
}
