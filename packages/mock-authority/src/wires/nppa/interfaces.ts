import type { PersonalField } from "../../journal.ts";
import { isIdNumber } from "../../personas/check-digits.ts";
import type { Admitted } from "./admission.ts";
import { openBody } from "./encrypted-body.ts";
import type { Elements, Verdict } from "./judge.ts";
import { presetStanding } from "./preset-queries.ts";
import type { Standing, Submissions } from "./submissions.ts";
import { vendorError } from "./vendor-error.ts";
import type { VendorError } from "./vendor-error.ts";

/** What an interface answers, and which personal fields it was sent. */
export interface Answered {
  readonly outcome: { readonly kind: "answer"; readonly standing: Standing } | VendorError;
  readonly fields: readonly PersonalField[];
}

/** What the interfaces look things up in. */
export interface Records {
  readonly judge: (elements: Elements) => Verdict;
  readonly submissions: Submissions;
}

/** One interface of the specification. */
export interface Interface {
  /** In the catalogue and in the journal. */
  readonly action: "authentication/check" | "authentication/query";
  readonly method: "POST" | "GET";
  readonly perSecond: number;
  answer(request: Admitted, records: Records): Answered;
}

/** The longest `ai` and `name` (specification V1.8). */
const MAX_TEXT = 32;

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= MAX_TEXT;
}

function refuse(code: Parameters<typeof vendorError>[0], fields: readonly PersonalField[] = []): Answered {
  return { outcome: vendorError(code), fields };
}

function told(standing: Standing, fields: readonly PersonalField[] = []): Answered {
  return { outcome: { kind: "answer", standing }, fields };
}

/** Submits a name and a number. */
const check: Interface = {
  action: "authentication/check",
  method: "POST",
  perSecond: 100,
  answer({ account, query, body }, { judge, submissions }) {
    const given = openBody(body, account.secretKey);
    if (query.size > 0 || given === undefined) return refuse(1012);
    const { ai, name, idNum } = given;
    if (!isText(ai) || !isText(name) || typeof idNum !== "string") return refuse(1012);
    const fields = ["name", "id-document-number"] as const;
    if (!isIdNumber(idNum)) return refuse(2001, fields);
    if (account.isExhausted) return refuse(2002, fields);
    const standing = submissions.submit(ai, judge({ name, idNum }));
    return standing === undefined ? refuse(2004, fields) : told(standing, fields);
  },
};

/** Asks for the answer to an earlier check. */
const query: Interface = {
  action: "authentication/query",
  method: "GET",
  perSecond: 300,
  answer(request, { submissions }) {
    const ai = request.query.get("ai");
    if (request.query.size !== 1 || !isText(ai)) return refuse(1012);
    const standing = submissions.query(ai) ?? presetStanding(ai);
    return standing === undefined ? refuse(2003) : told(standing);
  },
};

/** By path under the base URL. */
export const INTERFACES: ReadonlyMap<string, Interface> = new Map(
  [check, query].map((one) => [`/idcard/${one.action}`, one]),
);
