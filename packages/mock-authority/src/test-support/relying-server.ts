import type { MockAuthority } from "../authority.ts";
import type { Clock } from "../clock.ts";
import { makeAssertion } from "./client-assertion.ts";
import type { AssertionParts } from "./client-assertion.ts";

const ORIGIN = "http://127.0.0.1:7700";

/** Base URL of the gateway in the tests. */
export const BASE: string = `${ORIGIN}/network-identity`;

/** How a test reaches a mock: in process, or through a server. */
export type Target = Pick<MockAuthority, "fetch" | "wire"> & {
  /** Scheme and authority. Default `http://127.0.0.1:7700`. */
  readonly origin?: string;
};

/** What a test bends in a signed request. */
export interface Bend {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: AssertionParts["header"];
  readonly secret?: string;
  /** Body to send in place of the signed one. */
  readonly sentBody?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A relying party under test: its app on the user's phone and its server. */
export interface RelyingServer {
  /** POST with a client assertion. */
  post(path: string, body: unknown, bend?: Bend): Promise<Response>;
  /** What the official app returns to the user's approval, as JSON. */
  approve(form: Readonly<Record<string, string>>): Promise<Record<string, string>>;
  /** A fresh bizSeq. */
  nextBizSeq(): string;
}

/** A relying party that does everything right unless told otherwise. */
export function createRelyingServer(target: Target, clock: Clock): RelyingServer {
  const { baseUrl, credentials } = target.wire("network-identity", target.origin ?? ORIGIN);
  const { orgId, appId, secret } = credentials;
  let counter = 0;
  const next = (): number => (counter += 1);
  return {
    async post(path, content, { claims, header, secret: otherSecret, sentBody, headers } = {}) {
      const body = typeof content === "string" ? content : JSON.stringify(content);
      const iat = Math.floor(clock.now() / 1000);
      const standard = { iss: orgId, sub: orgId, aud: baseUrl, iat, exp: iat + 60, jti: `id-${next()}` };
      const parts = { secret: otherSecret ?? secret, body, claims: { ...standard, ...claims } };
      const token = makeAssertion(header === undefined ? parts : { ...parts, header });
      return target.fetch(
        new Request(`${baseUrl}${path}`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers },
          body: sentBody ?? body,
        }),
      );
    },
    async approve(form) {
      const standard = { orgID: orgId, appID: appId, type: "0", persona: "citizen-1", action: "approve" };
      const response = await target.fetch(
        new Request(`${baseUrl}/app`, {
          method: "POST",
          headers: { accept: "application/json" },
          body: new URLSearchParams({ ...standard, ...form }),
        }),
      );
      return (await response.json()) as Record<string, string>;
    },
    nextBizSeq: () => String(next()).padStart(32, "0"),
  };
}
