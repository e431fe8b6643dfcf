/** One measured figure: one line of `--json`. */
export interface Metric {
  readonly bench: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  /** What a ratio is against, measured in the same run. */
  readonly against?: string;
  readonly target?: number;
  readonly met?: boolean;
}

/** A ratio that has a target in the design: at least this much, or at most where lower is better. */
export function ratio(
  bench: string,
  metric: string,
  {
    value,
    against,
    target,
    better = "higher",
  }: { value: number; against: string; target: number; better?: "higher" | "lower" },
): Metric {
  const met = better === "higher" ? value >= target : value <= target;
  return { bench, metric, value: rounded(value), unit: "ratio", against, target, met };
}

export function figure(
  bench: string,
  metric: string,
  { value, unit }: { value: number; unit: string },
): Metric {
  return { bench, metric, value: rounded(value), unit };
}

/** A figure of this machine that has a target: at least, or at most, this much. */
export function absolute(
  bench: string,
  metric: string,
  {
    value,
    unit,
    target,
    better,
  }: { value: number; unit: string; target: number; better: "higher" | "lower" },
): Metric {
  const met = better === "higher" ? value >= target : value <= target;
  return { bench, metric, value: rounded(value), unit, target, met };
}

/** The middle of several runs; means are moved by one hiccup. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function printMetrics(metrics: readonly Metric[], { json }: { json: boolean }): void {
  for (const metric of metrics) console.log(json ? JSON.stringify(metric) : sentence(metric));
}

function sentence({ bench, metric, value, unit, against, target, met }: Metric): string {
  const compared = against === undefined ? "" : ` of ${against}`;
  const judged = target === undefined ? "" : ` (target ${target}: ${met ? "met" : "NOT met"})`;
  return `${bench}: ${metric} ${value} ${unit}${compared}${judged}`;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
