import { isDeepStrictEqual } from "node:util";
import { ConsentError, type Field } from "@shiming/contract";
import type { Expectation, Step } from "./steps.ts";
import type { World } from "./world.ts";

/** One line of `--json`. */
export interface Line {
  readonly step: string;
  readonly kind: string;
  readonly provider: string;
  readonly status: string;
  readonly charged: "yes" | "no" | "unknown";
  readonly sent: readonly Field[];
  readonly blocked: readonly Field[];
  /** `null` where there is nothing to state: no authority has spoken. */
  readonly receiptValid: boolean | null;
  readonly ms: number;
}

export interface Ran {
  readonly line: Line;
  /** Millionths of a yuan. */
  readonly costMicros: number;
  /** What did not come as expected. */
  readonly surprises: readonly string[];
}

export async function runStep(world: World, step: Step): Promise<Ran> {
  const before = await world.requestsAnswered();
  const start = performance.now();
  const { result, blocked } = await step.run(world);
  const ms = Math.round((performance.now() - start) * 10) / 10;
  const left = (await world.requestsAnswered()) > before;
  if (result instanceof ConsentError) {
    const refused = {
      provider: "local",
      status: result.code,
      charged: "no",
      sent: [],
      receiptValid: null,
    } as const;
    const line = { step: step.id, kind: step.kind, ...refused, blocked, ms };
    return { line, costMicros: 0, surprises: surprisesIn(line, step.expect, left) };
  }
  const { provider, status, charge, receipt, verificationId } = result;
  const line: Line = {
    step: step.id,
    kind: step.kind,
    provider,
    status,
    charged: charge.charged,
    sent: await world.disclosed(verificationId),
    blocked,
    receiptValid: receipt === undefined ? null : await world.receiptHolds(receipt),
    ms,
  };
  return { line, costMicros: charge.costMicros ?? 0, surprises: surprisesIn(line, step.expect, left) };
}

/** Receipts state what an authority has said; everything else is told by the step. */
function surprisesIn(line: Line, expect: Expectation, left: boolean): string[] {
  const seen = {
    status: line.status,
    charged: line.charged,
    sent: line.sent.toSorted(),
    blocked: line.blocked.toSorted(),
    leaves: left,
    receiptValid: line.receiptValid,
  };
  const wanted = {
    ...expect,
    sent: expect.sent.toSorted(),
    blocked: expect.blocked.toSorted(),
    receiptValid: expect.leaves ? true : null,
  };
  if (isDeepStrictEqual(seen, wanted)) return [];
  return [`${line.step}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(seen)}`];
}
