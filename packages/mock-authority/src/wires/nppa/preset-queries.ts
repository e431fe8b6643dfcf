import { VERIFIED_CITIZENS } from "../../personas/nppa-citizens.ts";
import { publishedPlayerIdOf } from "./player-id.ts";
import type { Standing } from "./submissions.ts";

/**
 * The codes that the test system knows without a check: eight verified, eight pending for ever, eight failed.
 *
 * Source: description of the test system, V1.2 (2021-02-20), section 1.
 */
const PRESET = /^([123])0{16}([1-8])$/;

/** What a query of a preset `ai` answers; undefined for any other. */
export function presetStanding(ai: string): Standing | undefined {
  const [, group, row] = PRESET.exec(ai) ?? [];
  if (group === undefined) return undefined;
  if (group === "2") return { status: 1 };
  const citizen = group === "1" ? VERIFIED_CITIZENS[Number(row) - 1] : undefined;
  const pi = citizen && publishedPlayerIdOf(citizen);
  return pi === undefined ? { status: 2 } : { status: 0, pi };
}
