import { type Field, isField, UsageError } from "@shiming/contract";
import type { NotedAct, RecordedAct } from "./act.ts";
import { findUncovered, type UncoveredUse } from "./find-uncovered.ts";
import type { NotedUse } from "./use.ts";

/** What a journal tells of one request: names of fields, never a value. */
export interface JournalEntry {
  /** Running number, from 1. */
  readonly seq: number;
  /** RFC 3339, by the clock of the mock authority. */
  readonly at: string;
  /** Which of its wires was asked. */
  readonly wire: string;
  /** The vendor's name of the action. */
  readonly action: string;
  readonly fields: readonly Field[];
}

/** A journal as it was read. */
export interface Journal {
  /** Oldest first. */
  readonly entries: readonly JournalEntry[];
  /** How many older entries are gone. */
  readonly dropped: number;
}

/** Whose hands a wire stands for. */
export interface WireOptions {
  /** The recipient's id, by wire, where it is another than the wire's. Default: none is. */
  readonly recipients?: Readonly<Record<string, string>>;
}

/** Options of `recorder.readJournal`. */
export interface JournalOptions extends WireOptions {
  /** Fetches the journal: the `fetch` of the platform will do. */
  readonly fetch: JournalFetch;
  /** Bytes of the answer. Default 16 MiB. */
  readonly maxBytes?: number;
}

/** The part of `fetch` that reading a journal takes. */
export type JournalFetch = (url: string) => Promise<{
  readonly status: number;
  readonly body: AsyncIterable<Uint8Array> | null;
}>;

const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;
const PATH = "/_mock/journal";

/** Where the journal of a mock authority is, whichever of the two was given. */
export function journalUrl(url: string): string {
  return url.endsWith(PATH) ? url : url.replace(/\/?$/, PATH);
}

/** @throws UsageError `INVALID_INPUT` for an answer that is no journal. It repeats nothing of the answer. */
export async function fetchJournal(url: string, options: JournalOptions): Promise<Journal> {
  const { fetch, maxBytes = DEFAULT_MAX_BYTES } = options;
  const { status, body } = await fetch(journalUrl(url));
  if (status !== 200) refuse(`was answered with the status ${status}`);
  return parseJournal(await readText(body, maxBytes));
}

/**
 * The requests in a journal that sent personal data which no act before them covers.
 *
 * Times are compared as they are given: the mock authority and the acts have to go by the same clock. A journal does not
 * know whose the data were, so the act of any person counts.
 *
 * @throws UsageError `INVALID_INPUT` when entries were dropped: what is gone cannot be checked.
 * @example
 * ```ts
 * import { checkJournal } from "@shiming/consent/recorder";
 *
 * const entry = { seq: 1, at: "2026-11-22T04:00:00.000Z", wire: "tencent", action: "PhoneVerification" };
 * const uncovered = checkJournal({ entries: [{ ...entry, fields: ["mobile-number"] }], dropped: 0 }, []);
 * console.log(uncovered[0]?.field, uncovered[0]?.reason); // mobile-number no-act
 * ```
 */
export function checkJournal(
  journal: Journal,
  acts: readonly (RecordedAct & { readonly at: string })[],
  options: WireOptions = {},
): readonly UncoveredUse[] {
  const { entries, dropped } = journal;
  if (dropped > 0) {
    refuse(
      `has dropped its oldest ${dropped} entries, so nothing can be said: give the mock a larger journalCapacity`,
    );
  }
  const noted = acts.map((act, order): NotedAct => ({ ...act, at: Date.parse(act.at), order }));
  // A call and an act of the same millisecond: the journal cannot tell which was first, and mostly it was the act.
  const order = Number.POSITIVE_INFINITY;
  return usesIn(entries, { ...options, order }).flatMap((use) => findUncovered(noted, use));
}

/** Each request as a use, in the order in which it was read among acts and uses of the same millisecond. */
export function usesIn(
  entries: readonly JournalEntry[],
  { recipients = {}, order }: WireOptions & { readonly order: number },
): readonly NotedUse[] {
  return entries.map(({ at, wire, action, fields }) => ({
    fields,
    recipient: Object.hasOwn(recipients, wire) ? (recipients[wire] ?? wire) : wire,
    where: action,
    at: Date.parse(at),
    order,
  }));
}

async function readText(body: AsyncIterable<Uint8Array> | null, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) refuse(`is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJournal(text: string): Journal {
  const page = parseJson(text);
  if (!isObject(page)) return refuse("is not a journal");
  const { entries, dropped } = page;
  if (!Array.isArray(entries) || !isCount(dropped)) return refuse("is not a journal");
  return { entries: entries.map((entry, index) => readEntry(entry, { index, dropped })), dropped };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function readEntry(
  entry: unknown,
  { index, dropped }: { readonly index: number; readonly dropped: number },
): JournalEntry {
  if (!isObject(entry)) return refuse(`has an entry that is none, at ${index}`);
  const { seq, at, wire, action, fields } = entry;
  if (typeof at !== "string" || Number.isNaN(Date.parse(at)))
    return refuse(`has an entry without a time, at ${index}`);
  if (!Array.isArray(fields) || !fields.every(isFieldName))
    return refuse(`has a field that is none, at ${index}`);
  if (seq !== dropped + index + 1) return refuse(`has a gap: an entry out of its number, at ${index}`);
  return { seq, at, wire: plainName(wire), action: plainName(action), fields };
}

function isFieldName(name: unknown): name is Field {
  return typeof name === "string" && isField(name);
}

/** What goes into a message is a name, and not whatever the answer holds. */
function plainName(name: unknown): string {
  return typeof name === "string" && /^[\w.:/-]{1,64}$/.test(name) ? name : "unknown";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Names the rule, and repeats nothing of the answer. */
export function refuse(rule: string): never {
  throw new UsageError("INVALID_INPUT", "journal", rule);
}
