import { describe, expect, it } from "vitest";
import { createFixedClock } from "../../test-support/fixed-clock.ts";
import { createRateLimit } from "./rate-limit.ts";

function setUp() {
  const clock = createFixedClock();
  const limit = createRateLimit({ perSecond: 3, clock });
  const admitted = (count: number): number =>
    Array.from({ length: count }, () => limit.admit()).filter(Boolean).length;
  return { clock, limit, admitted };
}

describe("a limit", () => {
  it("admits as many in every second", () => {
    const { clock, admitted } = setUp();
    for (let second = 0; second < 5; second += 1) {
      expect(admitted(3)).toBe(3);
      clock.advance(1000);
    }
  });

  it("blocks for a minute after one too many", () => {
    const { clock, admitted } = setUp();
    expect(admitted(5)).toBe(3);
    clock.advance(59_999);
    expect(admitted(1)).toBe(0);
    clock.advance(1);
    expect(admitted(3)).toBe(3);
  });

  it("can be cleared", () => {
    const { limit, admitted } = setUp();
    admitted(5);
    limit.clear();
    expect(admitted(3)).toBe(3);
  });
});
