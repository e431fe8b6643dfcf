/** One way of judging an input, on the processor alone. */
export interface Judge<Input = string> {
  readonly name: string;
  /** Called once a round, so that nothing one round remembers helps the next. */
  readonly prepare: () => (input: Input) => boolean;
}

export interface Inputs<Input = string> {
  readonly inputs: readonly Input[];
  /** How many of them a judge must accept; one that answers otherwise measures something else. */
  readonly accepted: number;
  readonly rounds: number;
}

/**
 * Millions of calls per second of each judge, round by round, all in one run: what slows the machine down for a moment
 * slows them all down. Each input is met once a round. The first round warms up and does not count.
 */
export function raceCalls<Input>(
  judges: readonly Judge<Input>[],
  { inputs, accepted, rounds }: Inputs<Input>,
): ReadonlyMap<string, readonly number[]> {
  const results = new Map(judges.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, prepare } of judges) {
      const judge = prepare();
      let count = 0;
      const start = performance.now();
      for (const input of inputs) if (judge(input)) count += 1;
      const milliseconds = performance.now() - start;
      if (count !== accepted) throw new Error(`${name} accepted ${count} inputs instead of ${accepted}`);
      if (round > 0) results.get(name)?.push(inputs.length / milliseconds / 1000);
    }
  }
  return results;
}
