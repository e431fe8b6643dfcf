import type { Clock } from "../../clock.ts";
import { mediaTypeOf } from "../../exchange.ts";
import type { Exchange } from "../../exchange.ts";
import { createExpiringMap } from "../../expiring-map.ts";
import { problem } from "../../problem.ts";
import type { Problem } from "../../problem.ts";
import { verifyClientAssertion } from "./client-assertion.ts";
import { malformed } from "./gateway-request.ts";
import type { RelyingParty } from "./relying-party.ts";

/** A request that may be read: whose it is, and its exact bytes. */
export interface Admitted {
  readonly kind: "admitted";
  readonly orgId: string;
  readonly body: Uint8Array;
}

/** The gateway's door: content type, size and client authentication, before any member is read. */
export interface Admission {
  /** `audience` is the base URL of the gateway. */
  admit(exchange: Exchange, audience: string): Promise<Admitted | Problem>;
  /** Forgets which assertions were used. */
  reset(): void;
}

const MAX_USED_IDS = 10_000;

/** The door for one relying party. */
export function createAdmission(party: RelyingParty, clock: Clock): Admission {
  const usedIds = createExpiringMap<true>({ capacity: MAX_USED_IDS, clock });
  const partyOf = (orgId: string): RelyingParty | undefined => (orgId === party.orgId ? party : undefined);
  return {
    async admit({ headers, readBody }, audience) {
      if (mediaTypeOf(headers) !== "application/json") {
        return problem({ status: 415, code: "unsupported_media_type" });
      }
      const body = await readBody();
      if (body.kind === "too-large") return problem({ status: 413, code: "body_too_large" });
      if (body.kind === "broken") return malformed(undefined, "a body that can be read");
      const verdict = await verifyClientAssertion(
        { authorization: headers.get("authorization"), audience, body: body.bytes },
        { partyOf, usedIds, clock },
      );
      if (verdict.ok) return { kind: "admitted", orgId: verdict.orgId, body: body.bytes };
      const code = "client_authentication_failed";
      return problem({ status: 401, code, rule: verdict.rule, headers: { "www-authenticate": "Bearer" } });
    },
    reset: () => usedIds.clear(),
  };
}
