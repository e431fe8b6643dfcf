import { z } from "zod";
import type { Verdict } from "./action.ts";

const DATA = z.object({ result: z.string() });

/** The verdict of an action whose `data` have a `result`. */
export function resultOf(data: unknown): Verdict | undefined {
  const read = DATA.safeParse(data);
  return read.success ? { code: read.data.result } : undefined;
}
