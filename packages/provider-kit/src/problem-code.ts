import type { WireReply } from "./wire.ts";

const MAX_LENGTH = 64;

/** The `code` of problem details (RFC 9457) that blame the request. A server error is one whatever its body says. */
export function problemCodeOf(reply: Extract<WireReply, { kind: "response" }>): string | undefined {
  const mediaType = String(reply.headers["content-type"]).split(";", 1)[0]?.trim().toLowerCase();
  if (mediaType !== "application/problem+json" || reply.status < 400 || reply.status > 499) return undefined;
  const problem = parsed(reply.body);
  if (typeof problem !== "object" || problem === null || !("code" in problem)) return undefined;
  const { code } = problem;
  return typeof code === "string" && code.length <= MAX_LENGTH ? code : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The status alone has to do; the engine's message quotes the body.
    return undefined;
  }
}
