import type { UncoveredReason, UncoveredUse } from "./find-uncovered.ts";

/**
 * Personal data were read or sent before the person's act, after its end, or beyond it. Its message lists each field,
 * where and when; never a value. Or somebody withdrew an act that the recorder does not know, so that it cannot tell what
 * was used after it.
 */
export class CallBeforeConsentError extends Error {
  override readonly name = "CallBeforeConsentError";
  /** In the order of time. */
  readonly uses: readonly UncoveredUse[];
  /** When acts were withdrawn that were not noted. Milliseconds since the epoch. */
  readonly unnotedWithdrawals: readonly number[];

  constructor(uses: readonly UncoveredUse[], unnotedWithdrawals: readonly number[] = []) {
    super([...useLines(uses), ...withdrawalLines(unnotedWithdrawals)].join("\n"));
    this.uses = uses;
    this.unnotedWithdrawals = [...unnotedWithdrawals];
  }
}

/** More lines than these nobody reads. */
const MAX_LINES = 50;

const REASONS: Readonly<Record<UncoveredReason, (use: UncoveredUse) => string>> = {
  withdrawn: (use) => `the person had withdrawn at ${momentOf(use.actAt)} (purpose ${nameOf(use)})`,
  "act-came-later": (use) => `the act came only at ${momentOf(use.actAt)} (purpose ${nameOf(use)})`,
  "recipient-not-named": (use) =>
    `the act does not name ${use.recipient ?? ""} as a recipient (purpose ${nameOf(use)})`,
  refused: (use) => `the person had refused at ${momentOf(use.actAt)} (purpose ${nameOf(use)})`,
  "field-not-granted": (use) => `the act does not cover this field (purpose ${nameOf(use)})`,
  "no-act": (use) =>
    `no act before it${use.purposeId === undefined ? ", of any purpose" : ` for purpose ${use.purposeId}`}`,
};

function useLines(uses: readonly UncoveredUse[]): readonly string[] {
  if (uses.length === 0) return [];
  // A source that is read in a loop is one fault and one line.
  const alike = [...Map.groupBy(uses, (use) => JSON.stringify({ ...use, at: 0 })).values()];
  const lines = alike
    .slice(0, MAX_LINES)
    .flatMap(([first, ...more]) => (first ? [lineOf(first, more.length)] : []));
  const rest = alike.length > MAX_LINES ? [`- and ${alike.length - MAX_LINES} more`] : [];
  return ["personal data were used without consent:", ...lines, ...rest];
}

function withdrawalLines([first, ...more]: readonly number[]): readonly string[] {
  if (first === undefined) return [];
  return [`withdrawal of an act that was not noted, at ${momentOf(first)}${timesMore(more.length)}`];
}

function lineOf(use: UncoveredUse, more: number): string {
  const to = use.recipient === undefined ? "" : ` to ${use.recipient}`;
  const by = use.where === undefined ? "" : ` by ${use.where}`;
  return `- ${use.field}: ${use.how}${to}${by} at ${momentOf(use.at)}${timesMore(more)}: ${REASONS[use.reason](use)}`;
}

function timesMore(more: number): string {
  return more === 0 ? "" : ` and ${more} more times`;
}

function momentOf(at: number | undefined): string {
  return at === undefined ? "an unknown time" : new Date(at).toISOString();
}

function nameOf({ purposeId }: UncoveredUse): string {
  return purposeId ?? "unknown";
}
