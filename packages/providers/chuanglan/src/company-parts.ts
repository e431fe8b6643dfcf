import type { KnownField } from "@shiming/contract";
import { z } from "zod";
import type { Verdict } from "./action.ts";

/** Which member of an answer speaks of which field. */
export type Parts = Readonly<Record<string, KnownField>>;

/** What the vendor writes for a part that agrees, that differs, and that it cannot verify. */
export interface Scheme {
  readonly agrees: string;
  readonly differs: readonly string[];
  readonly unverifiable: readonly string[];
}

type Judged = "agrees" | "differs" | "unverifiable";

/** Numbers are text in the vendor's answers and numbers in some of its pages; null is what it could not verify. */
const PART = z.union([z.string(), z.int().transform(String), z.null()]);
const DATA = z.record(z.string(), z.unknown());

function judge(value: unknown, scheme: Scheme): Judged | undefined {
  const { success, data: told } = PART.safeParse(value);
  if (!success) return undefined;
  if (told === scheme.agrees) return "agrees";
  if (told === null || scheme.unverifiable.includes(told)) return "unverifiable";
  return scheme.differs.includes(told) ? "differs" : undefined;
}

/**
 * The verdict of an action that judges part by part and has no result: one part that differs is a mismatch, and only a
 * company all of whose parts agree is a match. Undefined when a part is missing, or says what the scheme does not have.
 */
export function verdictByParts(data: unknown, parts: Parts, scheme: Scheme): Verdict | undefined {
  const read = DATA.safeParse(data);
  if (!read.success) return undefined;
  const judged = Object.entries(parts).map(
    ([member, field]) => [field, judge(read.data[member], scheme)] as const,
  );
  if (judged.some(([, verdict]) => verdict === undefined)) return undefined;
  const fields = judged.flatMap(([field, verdict]) => (verdict === "differs" ? [field] : []));
  if (fields.length > 0) return { code: "differs", fields };
  return { code: judged.every(([, verdict]) => verdict === "agrees") ? "agrees" : "unverifiable" };
}

/** The fields of the parts that differ; parts that cannot be read are not looked at. */
export function differingFields(data: unknown, parts: Parts, scheme: Scheme): readonly KnownField[] {
  const read = DATA.safeParse(data);
  if (!read.success) return [];
  return Object.entries(parts).flatMap(([member, field]) =>
    judge(read.data[member], scheme) === "differs" ? [field] : [],
  );
}
