/** One way of doing the same work. */
export interface Contender {
  readonly name: string;
  /** One request, from start to its answer read. Must throw when the answer is not the one expected. */
  readonly once: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Load {
  readonly requests: number;
  /** Requests under way at the same time. */
  readonly concurrency: number;
}

/** Requests per second. */
async function throughput({ once }: Contender, { requests, concurrency }: Load): Promise<number> {
  let left = requests;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      // Each worker has one request under way; `concurrency` of them make the load.
      // oxlint-disable-next-line no-await-in-loop
      await once();
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  return requests / ((performance.now() - start) / 1000);
}

/**
 * Requests per second of each contender, round by round, all in one run: what slows the machine down for a moment
 * slows them all down. The first round warms up and does not count.
 */
export async function race(
  contenders: readonly Contender[],
  { rounds, ...load }: Load & { readonly rounds: number },
): Promise<ReadonlyMap<string, readonly number[]>> {
  const results = new Map(contenders.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const contender of contenders) {
      // One after the other is the measurement.
      // oxlint-disable-next-line no-await-in-loop
      const rate = await throughput(contender, load);
      if (round > 0) results.get(contender.name)?.push(rate);
    }
  }
  return results;
}
