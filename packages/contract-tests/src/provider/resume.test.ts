import type { ProviderContext, ProviderResult } from "@shiming/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestContext } from "../provider-context.ts";
import { failuresOf, type ProviderClass } from "../testing/failures-of.ts";
import { CITIZEN, HANDLE, startPlainAuthority } from "../testing/plain-authority.ts";
import { PlainProvider } from "../testing/plain-provider.ts";
import { ResumableProvider } from "../testing/resumable-provider.ts";
import type { ProviderCase } from "./provider-under-test.ts";

const CASES: readonly ProviderCase[] = [
  {
    title: "name and number agree",
    check: CITIZEN,
    expect: { status: "match", charged: "yes" },
    resume: { handle: HANDLE, expect: { status: "match", charged: "yes" } },
  },
];

/** Outlives the providers, of which each call gets its own. */
const resumed = new Set<string>();

/** Each row: what is wrong when it is asked for an earlier answer, the provider, and words of titles that must fail. */
const FLAWS: readonly (readonly [flaw: string, Flawed: ProviderClass, titles: readonly string[]])[] = [
  ["cannot be resumed", PlainProvider, ["(name and number agree, resumed) answers match"]],
  [
    "answers wrongly",
    class extends ResumableProvider {
      override async resume(): Promise<ProviderResult> {
        return this.ask({ handle: "another" }, AbortSignal.timeout(this.timeoutMs));
      }
    },
    ["(name and number agree, resumed) answers match, charged yes"],
  ],
  [
    "can be asked once only",
    class extends ResumableProvider {
      override async resume(handle: string, context: ProviderContext): Promise<ProviderResult> {
        const isFirst = !resumed.has(handle);
        resumed.add(handle);
        return super.resume(isFirst ? handle : "another", context);
      }
    },
    ["(name and number agree, resumed) gives the same answer when it is asked again"],
  ],
  [
    "opens a part that it has kept",
    class extends ResumableProvider {
      override async resume(handle: string, context: ProviderContext): Promise<ProviderResult> {
        // What the suite lends is a context that can seal too; a provider would have to have kept what it was given.
        this.open((context as TestContext).sealFor(CITIZEN), context);
        return super.resume(handle, context);
      }
    },
    ["(name and number agree, resumed) opens nothing that is sealed"],
  ],
  [
    "loses the handle with the answer",
    class extends ResumableProvider {
      override stillInDoubt(result: ProviderResult): ProviderResult {
        return result;
      }
    },
    ["(resident-id, resumed, when no answer comes) answers in-doubt"],
  ],
  [
    "begins although it was stopped",
    class extends ResumableProvider {
      override async resume(handle: string): Promise<ProviderResult> {
        return this.ask({ handle }, AbortSignal.timeout(this.timeoutMs));
      }
    },
    ["(resident-id, resumed) sends nothing when the caller has stopped before"],
  ],
];

let authority: Awaited<ReturnType<typeof startPlainAuthority>>;

beforeAll(async () => {
  authority = await startPlainAuthority();
});
afterAll(() => authority.close());

describe("testProvider, for a case that can be resumed", () => {
  it("passes a provider that keeps every promise", async () => {
    const failures = await failuresOf({ Tested: ResumableProvider, baseUrl: authority.url, cases: CASES });

    expect(failures).toEqual([]);
  });

  it.each(FLAWS)("fails a provider that %s", async (_flaw, Tested, titles) => {
    const failures = await failuresOf({ Tested, baseUrl: authority.url, cases: CASES, only: titles });

    for (const title of titles) expect(failures).toContainEqual(expect.stringContaining(title));
  });
});
