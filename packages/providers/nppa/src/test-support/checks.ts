import { providerContext, type TestContext } from "@shiming/contract-tests";
import type { ProviderContext, SealedCheck } from "@shiming/contract";

/** The first of the citizens that the authority made up for its test system. */
export const CITIZEN = { kind: "resident-id", name: "某一一", idNumber: "110000190101010001" } as const;
/** The first of those whose answer takes its time. */
export const LATE_CITIZEN = { kind: "resident-id", name: "某二一", idNumber: "110000190201010009" } as const;

/** The key of the example in the specification V1.8, sections 4 and 5. */
export const EXAMPLE = {
  appId: "test-appId",
  bizId: "test-bizId",
  secretKey: "2836e95fcd10e04b0069bb1ee659955b",
} as const;

export type ResidentId = typeof CITIZEN | { kind: "resident-id"; name: string; idNumber: string };

export interface Sealed {
  readonly context: TestContext;
  readonly check: SealedCheck;
}

export function seal(check: ResidentId, overrides: Partial<ProviderContext> = {}): Sealed {
  const context = providerContext(overrides);
  return { context, check: context.sealFor(check) };
}
