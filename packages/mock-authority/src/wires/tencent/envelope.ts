import { jsonReply } from "../../reply.ts";
import type { Reply } from "../../reply.ts";
import type { Answer } from "./action.ts";
import type { VendorError } from "./vendor-error.ts";

/** Wraps an answer or an error. Both travel with HTTP status 200. */
export function envelope(outcome: Answer | VendorError, RequestId: string): Reply {
  const content =
    outcome.kind === "error" ? { Error: { Code: outcome.code, Message: outcome.message } } : outcome.response;
  return jsonReply({ Response: { ...content, RequestId } });
}
