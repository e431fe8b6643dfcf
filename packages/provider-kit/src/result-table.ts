import {
  UsageError,
  type Attributes,
  type Charge,
  type ProviderAnswer,
  type ProviderError,
  type ProviderResult,
} from "@shiming/contract";
import { callError } from "./call-error.ts";
import type { OutcomeRow, ResultRow } from "./result-row.ts";
import type { VendorCall } from "./vendor-call.ts";
import { plainVendorCode } from "./vendor-code.ts";

/** What {@link defineResultTable} makes a table of. */
export interface ResultTableOptions extends VendorCall {
  /** Address of the vendor's own table. Rows may name another. */
  readonly source: string;
  /** One for each code. */
  readonly rows: readonly ResultRow[];
}

/** What an answer holds beside its code. */
export interface AnswerParts {
  /** The vendor's request id. */
  readonly reference?: string | undefined;
  /** Price of a charged call, in millionths of a yuan (CNY). */
  readonly costMicros?: number | undefined;
  /** For `match`. */
  readonly attributes?: Attributes | undefined;
  /** For `pending` and `in-doubt`: what `resume` will be given. `pending` cannot do without. */
  readonly handle?: string | undefined;
}

/** The codes of one vendor action, as data: tests walk it, documentation prints it, `answer` reads answers by it. */
export interface ResultTable extends VendorCall {
  /** Address of the vendor's own table. */
  readonly source: string;
  readonly rows: readonly ResultRow[];
  /** Whether there is a row for this code. */
  has(code: string): boolean;
  /** The row for this code. Throws `ProviderError` `RESPONSE_INVALID` when there is none. */
  lookup(code: string): ResultRow;
  /** What this code means. Throws the `ProviderError` of an error row, and that of {@link ResultTable.lookup}. */
  answer(code: string, parts?: AnswerParts): ProviderResult;
}

/**
 * Makes a table. Vendor numbers are not portable even inside one vendor, so there is one for each action.
 *
 * @throws UsageError `INVALID_OPTION` when a code has two rows
 *
 * @example
 * ```ts
 * import { defineResultTable } from "@shiming/provider-kit";
 *
 * const table = defineResultTable({
 *   provider: "acme",
 *   action: "CheckName",
 *   source: "https://acme.example/docs/check-name",
 *   rows: [
 *     { code: "0", meaning: "name and number match", outcome: "match", charged: "yes" },
 *     { code: "1", meaning: "they do not match", outcome: "mismatch", charged: "yes" },
 *     { code: "E*", meaning: "the service is down", error: "UNAVAILABLE", charged: "no" },
 *   ],
 * });
 * console.log(table.answer("0", { costMicros: 300_000 }).charge);
 * // { charged: "yes", basis: "acme CheckName 0", costMicros: 300000 }
 * ```
 */
export function defineResultTable({ source, rows, ...call }: ResultTableOptions): ResultTable {
  const { provider, action } = call;
  const exact = new Map(rows.map((row) => [row.code, row]));
  if (exact.size !== rows.length) {
    throw new UsageError("INVALID_OPTION", "rows", `${provider} ${action} has two rows for one code`);
  }
  // The longest beginning is the most particular one.
  const prefixes = rows
    .filter(({ code }) => code.endsWith("*"))
    .toSorted((a, b) => b.code.length - a.code.length);
  const find = (code: string): ResultRow | undefined =>
    exact.get(code) ?? prefixes.find((row) => code.startsWith(row.code.slice(0, -1)));

  const notUnderstood = (rule: string, code: string): ProviderError =>
    callError("RESPONSE_INVALID", call, { rule, vendorCode: plainVendorCode(code) });

  const lookup = (code: string): ResultRow => {
    const row = find(code);
    if (row === undefined) throw notUnderstood("the code is in no table", code);
    return row;
  };

  const answer = (code: string, parts: AnswerParts = {}): ProviderResult => {
    const row = lookup(code);
    const { reference, costMicros } = parts;
    const vendorCode = row.code === code ? code : plainVendorCode(code);
    const charge = toCharge(row.charged, `${provider} ${action} ${vendorCode}`, costMicros);
    if ("error" in row)
      throw callError(row.error, call, { rule: row.meaning, charge, vendorCode, reference });
    const told = toAnswer(row, parts);
    if (told === undefined) throw notUnderstood("there is nothing to ask for the answer with", code);
    return { ...told, charge, ...(reference !== undefined && { reference }) };
  };

  return { ...call, source, rows, has: (code) => find(code) !== undefined, lookup, answer };
}

function toCharge(charged: Charge["charged"], basis: string, costMicros: number | undefined): Charge {
  return charged === "yes" && costMicros !== undefined ? { charged, basis, costMicros } : { charged, basis };
}

/** Undefined for a pending answer that nobody could ever ask for. */
function toAnswer(row: OutcomeRow, { attributes, handle }: AnswerParts): ProviderAnswer | undefined {
  switch (row.outcome) {
    case "match":
      return attributes === undefined ? { status: "match" } : { status: "match", attributes };
    case "mismatch":
      return {
        status: "mismatch",
        ...(row.fields && { fields: row.fields }),
        ...(row.reason && { reason: row.reason }),
      };
    case "invalid":
      return { status: "invalid", problems: row.problems };
    case "pending":
      return handle === undefined ? undefined : { status: "pending", handle };
    case "in-doubt":
      return handle === undefined ? { status: "in-doubt" } : { status: "in-doubt", handle };
    case "no-record":
      return { status: "no-record" };
    default:
      return row satisfies never;
  }
}
