import { ProviderError, type ProviderErrorCode } from "@shiming/contract";
import { fakeClock, providerContext, type TestContext } from "@shiming/contract-tests";
import { beforeEach, describe, expect, it } from "vitest";
import { createSingleUse, type SingleUse } from "./single-use.ts";
import { BIZ_SEQ } from "./test-support/transaction.ts";

let context: TestContext;
let singleUse: SingleUse;

beforeEach(() => {
  context = providerContext();
  singleUse = createSingleUse();
});

const use = (work: () => Promise<string> = async () => "done", bizSeq: string = BIZ_SEQ) =>
  singleUse.once(bizSeq, context, work);

const failing = (code: ProviderErrorCode) => async (): Promise<string> => {
  const charge = { charged: "no", basis: "test" } as const;
  throw new ProviderError(code, { provider: "network-identity", message: "test", charge });
};

const REFUSED = {
  code: "REJECTED",
  retryable: false,
  charge: { charged: "no", basis: "nothing was sent" },
};

describe("createSingleUse", () => {
  it("does the work of a transaction once", async () => {
    let works = 0;
    const work = async () => `done ${(works += 1)}`;

    expect(await use(work)).toBe("done 1");
    await expect(use(work)).rejects.toMatchObject(REFUSED);
    expect(works).toBe(1);
  });

  it("claims before the work, so that of two at once one is refused", async () => {
    const both = await Promise.allSettled([use(), use()]);

    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  });

  it("holds for all who share the store", async () => {
    await use();

    await expect(createSingleUse().once(BIZ_SEQ, context, async () => "")).rejects.toMatchObject(REFUSED);
  });

  it("claims by the number of the transaction, for a day", async () => {
    const claims: unknown[] = [];
    const clock = fakeClock();
    const claimOnce = async (...claim: unknown[]) => claims.push(claim) > 0;
    await singleUse.once(BIZ_SEQ, providerContext({ clock, claimOnce }), async () => "");

    expect(claims).toEqual([[`network-identity/${BIZ_SEQ}`, clock.now() + 86_400_000]]);
  });

  it.each<ProviderErrorCode>(["UNAVAILABLE", "THROTTLED", "DAILY_LIMIT"])(
    "gives a transaction back once after %s, which says that nothing was done",
    async (code) => {
      await expect(use(failing(code))).rejects.toMatchObject({ code });

      expect(await use()).toBe("done");
      await expect(use()).rejects.toMatchObject(REFUSED);
    },
  );

  it.each<ProviderErrorCode>(["REJECTED", "MISCONFIGURED", "RESPONSE_INVALID", "SIGNATURE_INVALID"])(
    "keeps a transaction after %s",
    async (code) => {
      await expect(use(failing(code))).rejects.toMatchObject({ code });

      await expect(use()).rejects.toMatchObject(REFUSED);
    },
  );

  it("keeps a transaction whose caller stopped: it may have been sent", async () => {
    await expect(use(async () => Promise.reject(new DOMException("", "AbortError")))).rejects.toThrow(
      DOMException,
    );

    await expect(use()).rejects.toMatchObject(REFUSED);
  });

  it("remembers the last thousand that it gave back", async () => {
    const bizSeqs = Array.from({ length: 1001 }, (_, index) => String(index).padStart(32, "0"));
    for (const bizSeq of bizSeqs) {
      // One after the other, so that it is clear which is the oldest.
      // oxlint-disable-next-line no-await-in-loop
      await expect(use(failing("UNAVAILABLE"), bizSeq)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    }

    await expect(use(undefined, bizSeqs[0])).rejects.toMatchObject(REFUSED);
    expect(await use(undefined, bizSeqs[1])).toBe("done");
  });
});
