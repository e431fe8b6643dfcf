export type { RecordedAct } from "./recorder/act.ts";
export { CallBeforeConsentError } from "./recorder/call-before-consent-error.ts";
export { createRecorder } from "./recorder/create-recorder.ts";
export type { Recorder, RecorderOptions } from "./recorder/create-recorder.ts";
export type { UncoveredReason, UncoveredUse } from "./recorder/find-uncovered.ts";
export { checkJournal } from "./recorder/journal.ts";
export type { Journal, JournalEntry, JournalFetch, JournalOptions, WireOptions } from "./recorder/journal.ts";
export type { SentData, SourceDetails } from "./recorder/use.ts";
export type { ActingService } from "./recorder/watch-consent.ts";
