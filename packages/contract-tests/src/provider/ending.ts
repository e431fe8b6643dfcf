import assert from "node:assert/strict";
import { ProviderError, type Charge, type Provider, type ProviderResult } from "@shiming/contract";
import type { Expectation } from "./expectation.ts";

/** How a call ended. */
export type Ending = { readonly result: ProviderResult } | { readonly error: unknown };

interface Ended {
  readonly ending: Ending;
  readonly provider: Provider;
}

/** Fails when the call did not end as expected, or ended in a way that no provider may. */
export function assertEnding({ ending, provider }: Ended, expect: Expectation): void {
  if ("result" in ending) assertResult(ending.result, { expect, provider });
  else assertError(ending.error, { expect, provider });
}

/** Fails unless the call ended because its caller stopped it. */
export function assertAborted(ending: Ending): void {
  assert.ok("error" in ending, "the call was not stopped");
  const { error } = ending;
  assert.ok(
    error instanceof DOMException && error.name === "AbortError",
    `threw ${nameOf(error)}, not AbortError`,
  );
}

interface Due {
  readonly expect: Expectation;
  readonly provider: Provider;
}

function assertResult(result: ProviderResult, { expect, provider }: Due): void {
  assert.ok("status" in expect, `answered ${result.status} where an error has to be thrown`);
  const { charged, ...parts } = expect;
  const got: { readonly [part: string]: unknown } = { ...result };
  for (const [part, value] of Object.entries(parts)) assert.deepEqual(got[part], value, `${part} is another`);
  assertCharge(result.charge, charged);
  if ("handle" in result) assert.ok("resume" in provider, "gave a handle and cannot resume");
}

function assertError(error: unknown, { expect, provider }: Due): void {
  assert.ok(error instanceof ProviderError, `threw ${nameOf(error)}, which is no ProviderError`);
  assert.ok("error" in expect, `failed with ${error.code} where an answer is due`);
  assert.equal(error.code, expect.error);
  assert.equal(error.provider, provider.id, "the error names another provider");
  if (expect.vendorCode !== undefined) assert.equal(error.vendorCode, expect.vendorCode);
  assertCharge(error.charge, expect.charged);
}

function assertCharge(charge: Charge, charged: Charge["charged"]): void {
  assert.equal(charge.charged, charged, `charged ${charge.charged}, expected ${charged}`);
  assert.notEqual(charge.basis, "", "the charge has no basis");
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : `a ${typeof thrown}`;
}
