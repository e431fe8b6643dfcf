import { bareUndici, engineOnMemory, engineOnSqlite, vendorSdk } from "./engine-contenders.ts";
import { race } from "./load.ts";
import { startMockProcess } from "./mock-process.ts";
import { figure, median, type Metric, ratio } from "./report.ts";

const CONCURRENCY = 32;

/** The whole way of a verification over loopback, beside the bare transport and the vendor's SDK, in one run. */
export async function benchEngine({ short }: { readonly short: boolean }): Promise<readonly Metric[]> {
  const mock = await startMockProcess();
  const bare = bareUndici(mock, CONCURRENCY);
  const sdk = vendorSdk(mock);
  const memory = await engineOnMemory(mock, CONCURRENCY);
  const sqlite = await engineOnSqlite(mock, CONCURRENCY);
  const contenders = [bare, memory, sqlite, sdk];
  try {
    const rates = await race(contenders, {
      requests: short ? 200 : 5000,
      rounds: short ? 1 : 9,
      concurrency: CONCURRENCY,
    });
    const of = (name: string): readonly number[] => rates.get(name) ?? [];
    // Round by round, so that both sides of a ratio had the same machine.
    const against = (name: string, base: string): number =>
      median(of(name).map((rate, round) => rate / (of(base)[round] ?? Number.NaN)));
    return [
      ...contenders.map(({ name }) =>
        figure("engine", name, { value: median(of(name)), unit: "requests/s" }),
      ),
      ratio("engine", "memory-no-receipt", {
        value: against(memory.name, bare.name),
        against: bare.name,
        target: 0.8,
      }),
      ratio("engine", "sqlite-es256-receipt", {
        value: against(sqlite.name, bare.name),
        against: bare.name,
        target: 0.5,
      }),
      ratio("engine", "memory-no-receipt-vs-sdk", {
        value: against(memory.name, sdk.name),
        against: sdk.name,
        target: 5,
      }),
    ];
  } finally {
    await Promise.all(contenders.map(async (contender) => contender.close()));
    mock.close();
  }
}
