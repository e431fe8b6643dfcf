import { ConsentError, ShimingError, UsageError } from "@shiming/contract";
import type { AtRunTime } from "./misuse.ts";
import { createWorld, type World } from "./world.ts";

/** How a snippet ended. */
export interface Ended {
  /** How often the provider was asked. */
  readonly calls: number;
  /** Decisions that it wrote. */
  readonly kept: number;
  /** What it gave, unless it was refused. */
  readonly value?: unknown;
  /** The code of our error, or the name of another. */
  readonly refused?: string;
  /** The fields of a `ConsentError`, or the path of a `UsageError`. */
  readonly names?: readonly string[];
}

/** Runs the module of a snippet as plain JavaScript: only its types have been taken out. */
export async function runSnippet(file: string): Promise<Ended> {
  const snippet: { run: (world: World) => Promise<unknown> } = await import(/* @vite-ignore */ file);
  const world = await createWorld();
  const before = await world.kept();
  const end = await snippet.run(world).then((value) => ({ value }), refusal);
  return { calls: world.calls(), kept: (await world.kept()) - before, ...end };
}

function refusal(error: unknown): Pick<Ended, "refused" | "names"> {
  if (error instanceof UsageError) return { refused: error.code, names: [error.path] };
  if (error instanceof ConsentError) return { refused: error.code, names: error.fields };
  if (error instanceof ShimingError) return { refused: error.code, names: [] };
  return { refused: error instanceof Error ? error.name : "not an error", names: [] };
}

/** What speaks against this end; nothing, if it is the one that was expected. */
export function objections({ calls, kept, ...end }: Ended, expected: AtRunTime): readonly string[] {
  const found: string[] = [];
  if (calls > 0) found.push("the provider was asked");
  if ("gives" in expected) return "refused" in end ? [...found, `it was refused: ${end.refused}`] : found;
  const { refused, names = [] } = end;
  if (kept > 0) found.push("a decision was kept");
  if (refused !== expected.refused) found.push(`it ended in ${refused ?? "a value"}`);
  if (expected.at !== undefined && !names.includes(expected.at)) found.push(`it names ${names.join(", ")}`);
  return found;
}
