import { isDeepStrictEqual } from "node:util";
import { ConsentError, type Field, type Outcome } from "@shiming/contract";
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
  const { sent, receiptValid, ...told } =
    result instanceof ConsentError ? refused(result) : await answered(world, result);
  const line: Line = { step: step.id, kind: step.kind, ...told, sent, blocked, receiptValid, ms };
  const costMicros = result instanceof ConsentError ? 0 : (result.charge.costMicros ?? 0);
  return { line, costMicros, surprises: surprisesIn({ ...line, costMicros }, step.expect, left) };
}

type Told = Pick<Line, "provider" | "status" | "charged" | "sent" | "receiptValid">;

function refused({ code }: ConsentError): Told {
  return { provider: "local", status: code, charged: "no", sent: [], receiptValid: null };
}

async function answered(world: World, outcome: Outcome): Promise<Told> {
  const { provider, status, charge, receipt, verificationId } = outcome;
  return {
    provider,
    status,
    charged: charge.charged,
    sent: await world.disclosed(verificationId),
    receiptValid: receipt === undefined ? null : await world.receiptHolds(receipt),
  };
}

/** Receipts state what an authority has said; everything else is told by the step. */
function surprisesIn(line: Line & { costMicros: number }, expect: Expectation, left: boolean): string[] {
  const seen = {
    status: line.status,
    charged: line.charged,
    costMicros: line.costMicros,
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
