import type { Clock } from "../../clock.ts";
import type { Exchange } from "../../exchange.ts";
import { problem } from "../../problem.ts";
import type { Problem } from "../../problem.ts";
import { jsonReply } from "../../reply.ts";
import type { SeededRandom } from "../../seeded-random.ts";
import { createAdmission } from "./admission.ts";
import type { Admitted } from "./admission.ts";
import { checkEmptyRequest, malformed, readAuthenticationRequest } from "./gateway-request.ts";
import type { AuthenticationRequest } from "./gateway-request.ts";
import { judgeCredential } from "./judge-credential.ts";
import type { Outcome } from "./outcome.ts";
import { pairwiseSubject } from "./pairwise-subject.ts";
import type { RelyingParty } from "./relying-party.ts";
import { resultClaims } from "./result-claims.ts";
import type { ResultSigner } from "./result-signer.ts";
import { TRANSACTION_LIFETIME_MS } from "./transactions.ts";
import type { AuthenticationResult, Transaction, Transactions } from "./transactions.ts";

/** What the gateway needs. */
export interface GatewayOptions {
  readonly party: RelyingParty;
  readonly transactions: Transactions;
  readonly signer: ResultSigner;
  readonly random: SeededRandom;
  readonly clock: Clock;
}

/** The server side of the reference wire. `base` is its URL as addressed, no trailing slash. */
export interface Gateway {
  /** POST /v1/authentications */
  authenticate(exchange: Exchange, base: string): Promise<Outcome>;
  /** POST /v1/authentications/{bizSeq}/result */
  askAgain(exchange: Exchange, at: { readonly base: string; readonly bizSeq: string }): Promise<Outcome>;
  /** Forgets which assertions were used. */
  reset(): void;
}

const UNKNOWN_TRANSACTION: Problem = problem({ status: 404, code: "unknown_transaction", field: "bizSeq" });
const USED: Problem = problem({ status: 409, code: "transaction_used", field: "bizSeq" });
const EXPIRED: Problem = problem({ status: 410, code: "transaction_expired", field: "bizSeq" });

/** Whether a transaction of this organisation and app is still to be used. */
function checkTransaction(
  { orgId, appId, result, approvedAt }: Transaction,
  request: AuthenticationRequest,
  now: number,
): Problem | undefined {
  if (orgId !== request.orgCode || appId !== request.appId) return UNKNOWN_TRANSACTION;
  if (result !== undefined) return USED;
  return now - approvedAt <= TRANSACTION_LIFETIME_MS ? undefined : EXPIRED;
}

/** The gateway of one relying party. */
export function createGateway({ party, transactions, signer, random, clock }: GatewayOptions): Gateway {
  const admission = createAdmission(party, clock);
  const subjectKey = random.derive("pairwise subject key");

  function decide(transaction: Transaction, request: AuthenticationRequest): AuthenticationResult {
    const resultCode = judgeCredential(transaction, request);
    const decided = { authMode: request.authMode, resultCode, decidedAt: clock.now() };
    if (resultCode !== "PASS") return decided;
    const pair = { orgCode: transaction.orgId, person: transaction.person.id };
    return { ...decided, subject: pairwiseSubject(subjectKey, pair) };
  }

  async function state(
    transaction: Transaction,
    result: AuthenticationResult,
    base: string,
  ): Promise<Outcome> {
    const issue = { issuer: base, now: clock.now(), id: random.nextUuid() };
    const jws = await signer.sign(resultClaims(transaction, result, issue));
    return { kind: "answered", reply: jsonReply({ result: jws }), status: result.resultCode };
  }

  async function settle(request: AuthenticationRequest, orgId: string, base: string): Promise<Outcome> {
    if (request.orgCode !== orgId) return malformed("orgCode", "the authenticated organisation");
    if (request.appId !== party.appId) return problem({ status: 403, code: "untrusted_app", field: "appId" });
    const transaction = transactions.find(request.bizSeq);
    if (transaction === undefined) return UNKNOWN_TRANSACTION;
    const unusable = checkTransaction(transaction, request, clock.now());
    if (unusable !== undefined) return unusable;
    const result = decide(transaction, request);
    transactions.keep({ ...transaction, result });
    return state(transaction, result, base);
  }

  async function repeat({ orgId, body }: Admitted, bizSeq: string, base: string): Promise<Outcome> {
    const broken = checkEmptyRequest(body);
    if (broken !== undefined) return broken;
    const transaction = transactions.find(bizSeq);
    if (transaction?.result === undefined || transaction.orgId !== orgId) return UNKNOWN_TRANSACTION;
    return state(transaction, transaction.result, base);
  }

  return {
    async authenticate(exchange, base) {
      const admitted = await admission.admit(exchange, base);
      if (admitted.kind === "problem") return admitted;
      const read = readAuthenticationRequest(admitted.body);
      if (read.kind === "problem") return read;
      const outcome = await settle(read.request, admitted.orgId, base);
      return { ...outcome, fields: ["network-identity-credential"] };
    },
    async askAgain(exchange, { base, bizSeq }) {
      const admitted = await admission.admit(exchange, base);
      return admitted.kind === "problem" ? admitted : repeat(admitted, bizSeq, base);
    },
    reset: () => admission.reset(),
  };
}
