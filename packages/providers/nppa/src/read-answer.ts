import type { AppField, Attributes, ProviderResult } from "@shiming/contract";
import { parseJsonObject, readWith, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { birthDateOfPi } from "./player-id.ts";

/** Numbers in the specification; some gateways in front of such services make strings of them. */
const CODE = z.union([z.int(), z.string()]).transform(String);
const ENVELOPE = z.object({ errcode: CODE });
const ANSWER = z.object({
  data: z.object({
    result: z.object({ status: CODE, pi: z.string().optional().catch(undefined) }),
  }),
});

export interface ReadOptions {
  /** The call that was made. */
  readonly table: ResultTable;
  /** Under which the answer can be asked for. */
  readonly ai: string;
  /** Where to tell the `pi` of a match. Undefined: nowhere. */
  readonly piField: AppField | undefined;
}

/**
 * What the body of an answer means. Pure.
 *
 * @throws ProviderError
 */
export function readAnswer(body: string, { table, ai, piField }: ReadOptions): ProviderResult {
  const answer = parseJsonObject(body, table);
  const { errcode } = readWith(ENVELOPE, answer, table);
  if (errcode !== "0") return table.answer(errcode);
  const { status, pi } = readWith(ANSWER, answer, table).data.result;
  return table.answer(`0/${status}`, { handle: ai, attributes: attributesOf(pi, piField) });
}

/** What has not the form of a `pi` is not passed on: nobody could say what it tells of whom. */
function attributesOf(pi: string | undefined, field: AppField | undefined): Attributes | undefined {
  if (field === undefined || pi === undefined || birthDateOfPi(pi) === undefined) return undefined;
  return { [field]: pi };
}
