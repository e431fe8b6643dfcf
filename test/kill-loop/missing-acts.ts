import type { ConsentRecord } from "@shiming/consent";
import type { Store } from "@shiming/contract";

/** What the writer has acknowledged, by the ids of records. */
export interface Acknowledged {
  readonly recorded: ReadonlySet<string>;
  /** Those that were withdrawn. */
  readonly withdrawn: ReadonlySet<string>;
}

/** What of that is not in the log: a record without its line, or a withdrawal without a line after that of its record. */
export interface MissingActs {
  readonly recorded: readonly string[];
  readonly withdrawn: readonly string[];
}

/** One line of the log, as far as this looks at it. */
export type LoggedAct = Pick<ConsentRecord, "id" | "event" | "hash" | "previous">;

export function missingActs(acknowledged: Acknowledged, log: readonly LoggedAct[]): MissingActs {
  const lineOf = new Map(log.map((act, line) => [act.id, line]));
  const withdrawals = new Map(
    log.flatMap(({ event, previous }, line) =>
      event === "withdrawn" && previous !== undefined ? [[previous, line] as const] : [],
    ),
  );
  const isWithdrawn = (id: string): boolean => {
    const line = lineOf.get(id) ?? Number.POSITIVE_INFINITY;
    return (withdrawals.get(log[line]?.hash ?? "") ?? -1) > line;
  };
  return {
    recorded: [...acknowledged.recorded].filter((id) => !lineOf.has(id)),
    withdrawn: [...acknowledged.withdrawn].filter((id) => !isWithdrawn(id)),
  };
}

/** Every act in the log of an app: the log is the evidence, the entries beside it are only for looking things up. */
export async function readActs(store: Pick<Store, "read">, appId: string): Promise<readonly LoggedAct[]> {
  const acts: LoggedAct[] = [];
  for (let after = 0; ;) {
    // oxlint-disable-next-line no-await-in-loop -- a log is read one page after the other
    const page = await store.read(`consent/${appId}`, { after, limit: 500 });
    const last = page.at(-1);
    if (last === undefined) return acts;
    // The service wrote these lines; `verifyLedger` looks at their form.
    acts.push(...page.map(({ value }) => (JSON.parse(value) as { readonly record: LoggedAct }).record));
    after = last.sequence;
  }
}
