import type { Clock } from "../../clock.ts";
import { mediaTypeOf } from "../../exchange.ts";
import type { Exchange } from "../../exchange.ts";
import type { PersonPersona } from "../../personas/people.ts";
import { problem } from "../../problem.ts";
import { jsonReply } from "../../reply.ts";
import type { Reply } from "../../reply.ts";
import type { SeededRandom } from "../../seeded-random.ts";
import { readAppRequest } from "./app-request.ts";
import type { AppRequest } from "./app-request.ts";
import { clientResult } from "./client-result.ts";
import type { ClientResult } from "./client-result.ts";
import type { Outcome } from "./outcome.ts";
import { approvalPage, resultPage } from "./page.ts";
import type { RelyingParty } from "./relying-party.ts";
import { issueOpaqueData } from "./opaque-data.ts";
import type { Transaction, Transactions } from "./transactions.ts";

/** What the stand-in for the official app needs. */
export interface OfficialAppOptions {
  readonly party: RelyingParty;
  readonly holders: readonly PersonPersona[];
  readonly transactions: Transactions;
  readonly random: SeededRandom;
  readonly clock: Clock;
}

/** The part of the user's phone. */
export interface OfficialApp {
  /** GET /app: the page that asks for approval. */
  show(exchange: Exchange, base: string): Outcome;
  /** POST /app: what the user decided. */
  decide(exchange: Exchange): Promise<Outcome>;
}

/**
 * Sends the result back with the browser. The custom scheme of an iOS app gets it as query, like the
 * official app does it there; a page on this machine gets the same.
 */
function redirect(returnUrl: URL, result: ClientResult): Reply {
  const target = new URL(returnUrl);
  for (const [name, value] of Object.entries(result)) target.searchParams.set(name, String(value));
  return { status: 303, headers: { location: target.href, "cache-control": "no-store" }, body: "" };
}

/** JSON for programs, else the way back, else a page. Parameter errors are also the caller's in HTTP terms. */
function present(result: ClientResult, headers: Headers, returnUrl?: URL): Outcome {
  const code = result.resultCode;
  const status = code.startsWith("C0401") ? 400 : 200;
  if (headers.get("accept")?.includes("application/json")) {
    return { kind: "answered", reply: jsonReply(result, status), status: code };
  }
  const reply = returnUrl === undefined ? resultPage(result, status) : redirect(returnUrl, result);
  return { kind: "answered", reply, status: code };
}

/** The stand-in for the official app. */
export function createOfficialApp({
  party,
  holders,
  transactions,
  random,
  clock,
}: OfficialAppOptions): OfficialApp {
  function approve(request: AppRequest, form: URLSearchParams): ClientResult {
    const { bizSeq, type, orgID, appID } = request;
    const person = holders.find(({ id }) => id === form.get("persona"));
    const password = form.get("password") ?? "";
    if (person === undefined || (type === "1" && !/^\d{8}$/.test(password))) {
      return clientResult("C0401001", { bizSeq });
    }
    if (transactions.find(bizSeq) !== undefined) return clientResult("C0405001", { bizSeq });
    const issued = {
      bizSeq,
      idCardAuthData: issueOpaqueData(random),
      ...(type === "1" && { certPwdData: issueOpaqueData(random) }),
    };
    const transaction: Transaction = {
      ...issued,
      orgId: orgID,
      appId: appID,
      person,
      passwordRight: password === person.networkIdentity?.password,
      approvedAt: clock.now(),
    };
    transactions.keep(transaction);
    return clientResult("C0000000", issued);
  }

  function act(request: AppRequest, form: URLSearchParams): ClientResult {
    const { bizSeq } = request;
    if (form.get("action") === "cancel") return clientResult("C0412003", { bizSeq });
    return form.get("action") === "approve" ? approve(request, form) : clientResult("C0401001", { bizSeq });
  }

  return {
    show({ headers, query }, base) {
      const read = readAppRequest(new URLSearchParams(query), party);
      if (read.kind === "refused") return present(read.result, headers);
      const page = approvalPage({ request: read.request, holders, action: `${base}/app` });
      return { kind: "answered", reply: page, status: "shown" };
    },
    async decide({ headers, readBody }) {
      if (mediaTypeOf(headers) !== "application/x-www-form-urlencoded") {
        return problem({ status: 415, code: "unsupported_media_type" });
      }
      const body = await readBody();
      if (body.kind === "too-large") return problem({ status: 413, code: "body_too_large" });
      const form = new URLSearchParams(body.kind === "complete" ? Buffer.from(body.bytes).toString() : "");
      const read = readAppRequest(form, party);
      if (read.kind === "refused") return present(read.result, headers);
      const outcome = present(act(read.request, form), headers, read.request.returnUrl);
      return { ...outcome, fields: ["network-identity-credential"] };
    },
  };
}
