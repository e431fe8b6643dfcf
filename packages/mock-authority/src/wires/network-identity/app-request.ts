import { clientResult } from "./client-result.ts";
import type { ClientResult, ClientResultCode } from "./client-result.ts";
import type { RelyingParty } from "./relying-party.ts";

/** What a relying app hands to the official app. */
export interface AppRequest {
  readonly orgID: string;
  readonly appID: string;
  readonly bizSeq: string;
  /** 0: credential. 1: credential and password. */
  readonly type: "0" | "1";
  /** Where to go back to; a registered scheme or this machine. */
  readonly returnUrl?: URL;
}

/** A request to show or decide, or what the client is told in its place. */
export type ReadAppRequest =
  | { readonly kind: "request"; readonly request: AppRequest }
  | { readonly kind: "refused"; readonly result: ClientResult };

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(["127.0.0.1", "localhost"]);

/**
 * An address the page may send people to: plain HTTP on this machine, or a scheme the app registered.
 * Anything else would make the mock an open redirect that also carries credential data.
 */
function readReturnUrl(value: string, { returnSchemes }: RelyingParty): URL | undefined {
  if (!URL.canParse(value)) return undefined;
  const url = new URL(value);
  const isLoopback =
    url.protocol === "http:" &&
    LOOPBACK_HOSTS.has(url.hostname) &&
    url.username === "" &&
    url.password === "";
  return isLoopback || returnSchemes.includes(url.protocol) ? url : undefined;
}

function refused(code: ClientResultCode, data?: Pick<ClientResult, "bizSeq">): ReadAppRequest {
  return { kind: "refused", result: clientResult(code, data) };
}

/** Reads query or form, strictly; the answer for a broken one is the client's own result code. */
export function readAppRequest(params: URLSearchParams, party: RelyingParty): ReadAppRequest {
  const [orgID, appID, bizSeq = "", type] = ["orgID", "appID", "bizSeq", "type"].map(
    (name) => params.get(name) ?? "",
  );
  if (orgID !== party.orgId) return refused("C0401009");
  if (appID !== party.appId) return refused("C0401010");
  if (!/^[A-Za-z0-9]{32}$/.test(bizSeq)) return refused("C0401001");
  if (type !== "0" && type !== "1") return refused("C0401001", { bizSeq });
  const request = { orgID, appID, bizSeq, type } as const;
  const returnTo = params.get("returnUrl") ?? "";
  if (returnTo === "") return { kind: "request", request };
  const returnUrl = readReturnUrl(returnTo, party);
  return returnUrl === undefined
    ? refused("C0401001", { bizSeq })
    : { kind: "request", request: { ...request, returnUrl } };
}
