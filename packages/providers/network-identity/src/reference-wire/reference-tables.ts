import {
  defineResultTable,
  type ErrorRow,
  type OutcomeRow,
  type ResultRow,
  type ResultTable,
} from "@shiming/provider-kit";
import { type ActionName, CALLS, FREE } from "../vendor-call.ts";

const SOURCE = "README.md of @shiming/network-identity, The reference wire";

const credential = (state: "expired" | "frozen" | "revoked" | "absent", meaning: string): OutcomeRow => ({
  code: `CREDENTIAL_${state.toUpperCase()}`,
  meaning,
  outcome: "mismatch",
  reason: `credential-${state}`,
  fields: ["network-identity-credential"],
  charged: "no",
});

/** `result_code` of a result. */
const RESULTS: readonly ResultRow[] = [
  { code: "PASS", meaning: "the holder of the credential is confirmed", outcome: "match", charged: "no" },
  {
    code: "MISMATCH",
    meaning: "the credential is not this person's",
    outcome: "mismatch",
    reason: "different-person",
    charged: "no",
  },
  {
    code: "WRONG_PASSWORD",
    meaning: "the password is wrong",
    outcome: "mismatch",
    reason: "wrong-password",
    charged: "no",
  },
  credential("expired", "the credential has expired"),
  credential("frozen", "the credential is frozen"),
  credential("revoked", "the credential was revoked"),
  credential("absent", "there is no such credential, or a newer one has taken its place"),
];

const problem = (code: string, error: "MISCONFIGURED" | "REJECTED", meaning: string): ErrorRow => ({
  code,
  meaning,
  error,
  charged: "no",
});

/** `code` of a problem (RFC 9457): the gateway did not judge the transaction. */
const PROBLEMS: readonly ResultRow[] = [
  problem("malformed_request", "REJECTED", "the gateway could not read the request"),
  problem(
    "client_authentication_failed",
    "MISCONFIGURED",
    "the client was not authenticated: check orgId, secret, baseUrl and the clock",
  ),
  problem("untrusted_app", "MISCONFIGURED", "the gateway does not trust this appId"),
  problem("transaction_used", "REJECTED", "the transaction already has a result: a new one is needed"),
  problem("transaction_expired", "REJECTED", "the transaction has expired: a new one is needed"),
  problem("body_too_large", "REJECTED", "the request is too large for the gateway"),
  problem("unsupported_media_type", "MISCONFIGURED", "the gateway takes no JSON: check baseUrl"),
  problem("method_not_allowed", "MISCONFIGURED", "the gateway takes no POST there: check baseUrl"),
  problem("unsupported_mode", "REJECTED", "the gateway does not serve this mode"),
  { code: "too_many_requests", meaning: "too many requests", error: "THROTTLED", charged: "no" },
];

/** The one code that means another thing in each call. */
const UNKNOWN_TRANSACTION: Readonly<Record<ActionName, ResultRow>> = {
  authentication: problem(
    "unknown_transaction",
    "REJECTED",
    "the official app has not approved this transaction",
  ),
  // Not final: the request whose answer was lost may still be on its way.
  result: {
    code: "unknown_transaction",
    meaning: "the gateway has not processed this transaction: ask again later, or begin a new one",
    error: "UNAVAILABLE",
    charged: "no",
  },
};

/** The codes of one call. Results are signed and problems are not, so no code of one may pass for one of the other. */
export interface ReferenceTables {
  readonly results: ResultTable;
  readonly problems: ResultTable;
}

function tablesOf(action: ActionName): ReferenceTables {
  const call = { ...CALLS[action], ...FREE, source: SOURCE };
  return {
    results: defineResultTable({ ...call, rows: RESULTS }),
    problems: defineResultTable({ ...call, rows: [...PROBLEMS, UNKNOWN_TRANSACTION[action]] }),
  };
}

/** Every code of the reference wire and what it becomes: for the wire, for tests and documentation. */
export const REFERENCE_TABLES: Readonly<Record<ActionName, ReferenceTables>> = {
  authentication: tablesOf("authentication"),
  result: tablesOf("result"),
};
