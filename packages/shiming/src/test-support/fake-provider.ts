import {
  type Capability,
  type Field,
  type Provider,
  type ProviderContext,
  ProviderError,
  type ProviderErrorCode,
  type ProviderResult,
  type Sealed,
  type SealedCheck,
} from "@shiming/contract";

/** What the provider does when it is asked: answer, fail, or something of the test's own. */
export type Answer = ProviderResult | Error | ((context: ProviderContext) => Promise<ProviderResult>);

/** One question as the provider saw it. */
export interface Seen {
  readonly check: SealedCheck;
  /** Every personal part, opened: `[field, value]`. */
  readonly opened: readonly (readonly [Field, string])[];
  readonly context: ProviderContext;
}

export interface FakeProvider extends Provider {
  readonly seen: readonly Seen[];
  /** The handles that it was asked about later. */
  readonly resumed: readonly string[];
  readonly closed: () => number;
}

export interface FakeProviderOptions {
  /** Default `acme`. */
  readonly id?: string;
  /** Default: name and ID number, for 0.30 CNY. */
  readonly capabilities?: readonly Capability[];
  /** One for each question, in order; a match from then on. Default: none. */
  readonly answers?: readonly Answer[];
  /** The same for later queries. Default: the vendor has no query. */
  readonly later?: readonly Answer[];
}

const charged = { charged: "yes", basis: "acme table 0", costMicros: 300_000 } as const;

export const MATCH: ProviderResult = { status: "match", charge: charged, reference: "req-1" };
export const MISMATCH: ProviderResult = {
  status: "mismatch",
  fields: ["name"],
  reason: "different-person",
  charge: charged,
};
export const NO_RECORD: ProviderResult = {
  status: "no-record",
  charge: { charged: "no", basis: "acme table 3" },
};
export const PENDING = {
  status: "pending",
  handle: "acme-7",
  charge: charged,
} as const satisfies ProviderResult;
export const LOST = {
  status: "in-doubt",
  charge: { charged: "unknown", basis: "acme: no answer" },
} as const satisfies ProviderResult;

export const NAME_AND_NUMBER: Capability = {
  kind: "resident-id",
  fields: ["name", "id-document-number"],
  costMicros: 300_000,
};

/** A failure as a provider reports it. Nothing was charged unless told otherwise. */
export function failure(code: ProviderErrorCode, charge: "yes" | "no" | "unknown" = "no"): ProviderError {
  return new ProviderError(code, {
    provider: "acme",
    message: "acme: failed",
    charge: { charged: charge, basis: `acme ${code}` },
  });
}

/** A provider that says what the test tells it to, and keeps what it saw. */
export function fakeProvider(options: FakeProviderOptions = {}): FakeProvider {
  const { id = "acme", capabilities = [NAME_AND_NUMBER] } = options;
  const answers = [...(options.answers ?? [])];
  const later = [...(options.later ?? [])];
  const seen: Seen[] = [];
  const resumed: string[] = [];
  let closed = 0;
  return {
    specificationVersion: 1,
    id,
    region: "CN",
    hosts: ["acme.example"],
    capabilities,
    seen,
    resumed,
    closed: () => closed,
    async verify(check, context) {
      const opened = sealedParts(check).map((part) => [part.field, context.reveal(part)] as const);
      seen.push({ check, opened, context });
      return give(answers.shift() ?? MATCH, context);
    },
    ...(options.later && {
      async resume(handle: string, context: ProviderContext) {
        resumed.push(handle);
        return give(later.shift() ?? MATCH, context);
      },
    }),
    async close() {
      closed += 1;
    },
  };
}

export interface Waiting {
  readonly provider: FakeProvider;
  /** Resolves when it is asked. */
  readonly asked: Promise<void>;
  readonly answer: (result: ProviderResult) => void;
  readonly fail: (error: Error) => void;
}

/** A provider that answers when the test says so. */
export function waitingProvider(): Waiting {
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<ProviderResult>();
  const wait = async (): Promise<ProviderResult> => {
    asked.resolve();
    return answered.promise;
  };
  const { resolve: answer, reject: fail } = answered;
  return { provider: fakeProvider({ answers: [wait] }), asked: asked.promise, answer, fail };
}

async function give(answer: Answer, context: ProviderContext): Promise<ProviderResult> {
  if (answer instanceof Error) throw answer;
  return typeof answer === "function" ? answer(context) : answer;
}

function sealedParts(parts: object): Sealed[] {
  return Object.values(parts).flatMap((part: unknown) => {
    if (typeof part !== "object" || part === null) return [];
    // A sealed value is the only object of a check that names its field.
    return "field" in part ? [part as Sealed] : sealedParts(part);
  });
}
