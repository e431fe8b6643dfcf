import { raceCalls } from "./calls.ts";
import { type GuardedParse, guardedParses, registrationForms } from "./consent-forms.ts";
import { type Ledger, ledgerInFile } from "./consent-ledger.ts";
import { race } from "./load.ts";
import { figure, median, type Metric, ratio } from "./report.ts";

const BENCH = "consent";

/** The guard beside the parse that it wraps, and the ledger on a disk. */
export async function benchConsent({ short }: { readonly short: boolean }): Promise<readonly Metric[]> {
  return [...(await guard(short)), ...(await ledger(short))];
}

async function guard(short: boolean): Promise<readonly Metric[]> {
  const inputs = registrationForms(short ? 500 : 20_000);
  const rounds = short ? 1 : 15;
  const parses = await guardedParses();
  return Object.values(parses).flatMap((one) =>
    compared(one, raceCalls([one.bare, one.guarded], { inputs, accepted: inputs.length, rounds })),
  );
}

/** How many times as long the guard takes; round by round, so that both sides had the same machine. */
function compared(
  { bare, guarded }: GuardedParse,
  rates: ReadonlyMap<string, readonly number[]>,
): readonly Metric[] {
  const of = (name: string): readonly number[] => rates.get(name) ?? [];
  const times = of(bare.name).map((rate, round) => rate / (of(guarded.name)[round] ?? Number.NaN));
  return [
    ...[bare, guarded].map(({ name }) => figure(BENCH, name, { value: median(of(name)), unit: "M calls/s" })),
    ratio(BENCH, `${guarded.name}-time`, {
      value: median(times),
      against: bare.name,
      target: 1.3,
      better: "lower",
    }),
  ];
}

async function ledger(short: boolean): Promise<readonly Metric[]> {
  const file = ledgerInFile();
  try {
    return [...(await writing(file, short)), ...(await reading(file, short))];
  } finally {
    await file.close();
  }
}

/** One decision at a time, and many that share a commit. */
async function writing(file: Ledger, short: boolean): Promise<readonly Metric[]> {
  const rounds = short ? 1 : 5;
  const alone = await race([file], { requests: short ? 20 : 200, rounds, concurrency: 1 });
  const together = await race([file], { requests: short ? 200 : 2000, rounds, concurrency: 64 });
  const rate = (rates: typeof alone): number => median(rates.get(file.name) ?? []);
  return [
    figure(BENCH, "durable-records-1-at-once", { value: rate(alone), unit: "records/s" }),
    figure(BENCH, "durable-records-64-at-once", { value: rate(together), unit: "records/s" }),
  ];
}

async function reading(file: Ledger, short: boolean): Promise<readonly Metric[]> {
  const rate = async (signatures: boolean): Promise<number> => {
    const rates: number[] = [];
    while (rates.length < (short ? 1 : 3)) {
      // One after the other is the measurement.
      // oxlint-disable-next-line no-await-in-loop
      rates.push(await file.verify({ signatures }));
    }
    return median(rates);
  };
  return [
    figure(BENCH, "ledger-verified", { value: await rate(false), unit: "lines/s" }),
    figure(BENCH, "ledger-verified-with-signatures", { value: await rate(true), unit: "lines/s" }),
  ];
}
