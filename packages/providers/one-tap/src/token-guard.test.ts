import { fakeClock, providerContext } from "@shiming/contract-tests";
import { describe, expect, it } from "vitest";
import { createTokenGuard } from "./token-guard.ts";

const call = { provider: "acme", action: "exchange" };
const HOUR_MS = 3_600_000;
const REFUSED = expect.objectContaining({
  code: "REJECTED",
  retryable: false,
  charge: expect.objectContaining({ charged: "no" }),
});
/** A store that has forgotten everything, as after it took a token back. */
const forgetful = (clock = fakeClock()) => providerContext({ clock, claimOnce: async () => true });

describe("a token guard", () => {
  it("lets a token through once, also when the shared store has taken it back", async () => {
    const guard = createTokenGuard({ call });
    const context = forgetful();
    await guard.take("token-1", context);

    await expect(guard.take("token-1", context)).rejects.toEqual(REFUSED);
    await expect(guard.take("token-2", context)).resolves.toBeUndefined();
  });

  it("refuses what another process has taken", async () => {
    const context = providerContext();
    await createTokenGuard({ call }).take("token-1", context);

    await expect(createTokenGuard({ call }).take("token-1", context)).rejects.toEqual(REFUSED);
  });

  it("lets one of many through that come at the same moment", async () => {
    const guard = createTokenGuard({ call });
    const context = forgetful();
    const ends = await Promise.allSettled(
      Array.from({ length: 20 }, async () => guard.take("token-1", context)),
    );

    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("lets a token through again that was put back", async () => {
    const guard = createTokenGuard({ call });
    const context = forgetful();
    await guard.take("token-1", context);
    guard.putBack("token-1");

    await expect(guard.take("token-1", context)).resolves.toBeUndefined();
  });

  it("keeps no token when the store fails", async () => {
    const guard = createTokenGuard({ call });
    const failing = providerContext({ claimOnce: async () => Promise.reject(new Error("no store")) });
    await expect(guard.take("token-1", failing)).rejects.toThrow("no store");

    await expect(guard.take("token-1", forgetful())).resolves.toBeUndefined();
  });

  it("forgets a token after an hour, and the oldest past its capacity", async () => {
    const clock = fakeClock();
    const context = forgetful(clock);
    const guard = createTokenGuard({ call, capacity: 2 });
    await guard.take("token-1", context);
    await guard.take("token-2", context);
    await guard.take("token-3", context);
    await expect(guard.take("token-3", context)).rejects.toEqual(REFUSED);
    await expect(guard.take("token-1", context)).resolves.toBeUndefined();

    clock.advance(HOUR_MS);
    await expect(guard.take("token-3", context)).resolves.toBeUndefined();
  });

  it("shows no token in its refusal", async () => {
    const guard = createTokenGuard({ call });
    const context = forgetful();
    await guard.take("token-1", context);
    const error: unknown = await guard.take("token-1", context).catch((thrown: unknown) => thrown);

    expect(JSON.stringify(error)).not.toContain("token-1");
  });
});
