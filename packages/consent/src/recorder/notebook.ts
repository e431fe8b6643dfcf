import { type Clock, type Field, isField, UsageError } from "@shiming/contract";
import type { ConsentEvent } from "../record.ts";
import type { NotedAct, RecordedAct } from "./act.ts";
import { findUncovered, type UncoveredUse } from "./find-uncovered.ts";
import type { NotedUse } from "./use.ts";

/** Far above any test run, and little memory. */
const MAX_NOTES = 100_000;

const EVENTS: ReadonlySet<unknown> = new Set<ConsentEvent>(["given", "refused", "withdrawn", "informed"]);

/** A use that is noted when it is told. */
export type ToldUse = Omit<NotedUse, "at" | "order"> & { readonly at?: string };

/** The notes of a recorder: what people did and what was done with their data, in the order of telling. */
export class Notebook {
  readonly #clock: Clock;
  readonly #acts: NotedAct[] = [];
  readonly #uses: NotedUse[] = [];
  readonly #unnotedWithdrawals: number[] = [];
  #order = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** When acts were withdrawn that are not in here. */
  get unnotedWithdrawals(): readonly number[] {
    return this.#unnotedWithdrawals;
  }

  act({ at, ...others }: RecordedAct): void {
    assertFields(others.granted, "act.granted");
    if (!EVENTS.has(others.event)) refuse("act.event", "is not known");
    this.#acts.push({ ...others, ...this.#stamp(at) });
  }

  withdrawal(recordId: string): void {
    const ended = this.#acts.find(({ id }) => id === recordId);
    const moment = this.#stamp();
    if (ended === undefined) this.#unnotedWithdrawals.push(moment.at);
    else this.#acts.push({ ...ended, event: "withdrawn", granted: [], ...moment });
  }

  use({ at, ...others }: ToldUse): void {
    assertFields(others.fields, "fields");
    this.#uses.push({ ...others, ...this.#stamp(at) });
  }

  /** Uses whose place in time is known already. */
  placedUses(uses: readonly NotedUse[]): void {
    this.#assertRoom(uses.length);
    for (const use of uses) this.#uses.push(use);
  }

  /** A place after everything that is noted by now, and before everything that is noted later. */
  nextOrder(): number {
    this.#order += 1;
    return this.#order;
  }

  uncovered(): readonly UncoveredUse[] {
    return this.#uses
      .flatMap((use) => findUncovered(this.#acts, use))
      .toSorted((one, other) => one.at - other.at);
  }

  #stamp(at?: string): { readonly at: number; readonly order: number } {
    this.#assertRoom(1);
    return { at: at === undefined ? this.#clock.now() : timeOf(at), order: this.nextOrder() };
  }

  /** A recorder that forgets would let through what it has forgotten. */
  #assertRoom(more: number): void {
    const noted = this.#acts.length + this.#uses.length + this.#unnotedWithdrawals.length;
    if (noted + more > MAX_NOTES)
      refuse("recorder", `holds no more than ${MAX_NOTES} acts and uses; make one for each test`);
  }
}

function timeOf(at: string): number {
  const time = Date.parse(at);
  return Number.isNaN(time) ? refuse("at", "must be a time in RFC 3339") : time;
}

/** A name that is no field may itself be a value, so it is neither kept nor repeated. */
export function assertFields(fields: readonly Field[], path: string): void {
  if (!Array.isArray(fields) || !fields.every((field) => typeof field === "string" && isField(field)))
    refuse(path, "must be a list of fields");
}

function refuse(path: string, rule: string): never {
  throw new UsageError("INVALID_INPUT", path, rule);
}
