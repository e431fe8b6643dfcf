import { assertOption, assertText, UsageError } from "@shiming/contract";
import { purposeHash, type ConsentRecord } from "../record.ts";
import { type DpvRecord, toDpv } from "./dpv.ts";
import { type ExportFacts, exportParts, type KantaraFacts, type RecordFacts } from "./export-facts.ts";
import { type Iso27560Record, toIso27560 } from "./iso-27560.ts";
import { type KantaraReceipt, toKantara } from "./kantara.ts";

/** What each format gives. */
export interface ExportedRecords {
  readonly "iso-27560": Iso27560Record;
  readonly "kantara-1.1": KantaraReceipt;
  readonly dpv: DpvRecord;
}

/** The formats of {@link exportRecord}. */
export type ExportFormat = keyof ExportedRecords;

/** What each format needs to know beside the record. */
export interface NeededFacts {
  readonly "iso-27560": ExportFacts;
  readonly "kantara-1.1": KantaraFacts;
  readonly dpv: ExportFacts;
}

/**
 * Tells a consent record in a format that other programs read: ISO/IEC TS 27560, Kantara v1.1.0, or the Data Privacy
 * Vocabulary as JSON-LD. There is no value in it, and the person is the blind index that the record holds.
 *
 * `facts` are the app, purpose and notice of the time of the record, and others than those are refused; and where the data
 * are kept. It is told in the language of the notice. A Kantara receipt is of what was given or informed about: the format
 * knows no refusal and no withdrawal.
 *
 * @throws UsageError `INVALID_INPUT` when app, purpose or notice are not the record's, the format is not known, or it
 *   cannot tell such a record; `INVALID_OPTION` when a member is missing that the format requires.
 * @example
 * ```ts
 * import { exportRecord, type App, type ConsentRecord, type Notice, type Purpose } from "@shiming/consent";
 *
 * export function toAuditor(record: ConsentRecord, facts: { app: App; purpose: Purpose; notice: Notice }): string {
 *   return JSON.stringify(exportRecord(record, { ...facts, storageLocations: ["CN"] }, "iso-27560"));
 * }
 * ```
 */
export function exportRecord<Format extends ExportFormat>(
  record: ConsentRecord,
  facts: NeededFacts[Format],
  format: Format,
): ExportedRecords[Format] {
  assertFacts(record, facts);
  if (!Object.hasOwn(WRITERS, format)) refuse("format", "must be `iso-27560`, `kantara-1.1` or `dpv`");
  return WRITERS[format](record, facts);
}

type Writers = {
  readonly [Format in ExportFormat]: (
    record: ConsentRecord,
    facts: NeededFacts[Format],
  ) => ExportedRecords[Format];
};

const WRITERS: Writers = {
  "iso-27560": (record, facts) => toIso27560(exportParts(record, facts), storageOf(facts)),
  "kantara-1.1": (record, facts) => toKantara(exportParts(record, facts), facts),
  dpv: (record, facts) => toDpv(exportParts(record, facts), storageOf(facts)),
};

/** Words of another purpose or notice would be a false statement about what the person decided. */
function assertFacts(record: ConsentRecord, { app, purpose, notice }: RecordFacts): void {
  if (app.id !== record.appId) refuse("facts.app", "is not the app of the record");
  if (purposeHash(purpose) !== record.purposeHash)
    refuse("facts.purpose", "is not the purpose of the record");
  if (notice.hash !== record.notice.hash) refuse("facts.notice", "is not the notice of the record");
}

/** For callers without types. */
function storageOf({ storageLocations }: ExportFacts): readonly string[] {
  const isList = Array.isArray(storageLocations) && storageLocations.length > 0;
  assertOption(isList, "facts.storageLocations", "must say where the data are kept");
  for (const location of storageLocations) assertText(location, "facts.storageLocations");
  return storageLocations;
}

function refuse(path: string, rule: string): never {
  throw new UsageError("INVALID_INPUT", path, rule);
}
