import { createSealer } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { fakeClock } from "./fake-clock.ts";
import { providerContext } from "./provider-context.ts";

const CHECK = { kind: "resident-id", name: "某一一", idNumber: "110000190101010001" } as const;

describe("providerContext", () => {
  it("opens what it sealed, and notes what it opened", () => {
    const context = providerContext();
    const sealed = context.sealFor(CHECK);

    expect(context.reveal(sealed.idNumber)).toBe(CHECK.idNumber);
    expect(context.revealed).toEqual([sealed.idNumber]);
  });

  it("does not open what another sealer made", () => {
    const context = providerContext();

    expect(() => context.reveal(createSealer().seal("name", "某一一"))).toThrow(TypeError);
    expect(context.revealed).toEqual([]);
  });

  it("gives a token once until its time", async () => {
    const clock = fakeClock();
    const context = providerContext({ clock });
    const claim = (): Promise<boolean> => context.claimOnce("token:1", clock.now() + 1000);

    expect([await claim(), await claim()]).toEqual([true, false]);
    clock.advance(1000);
    expect(await claim()).toBe(true);
  });

  it("lends what it is told to lend", () => {
    const { signal } = new AbortController();

    expect(providerContext({ verificationId: "v-9", signal })).toMatchObject({
      verificationId: "v-9",
      signal,
    });
  });
});
