import { afterEach, describe, expect, it, vi } from "vitest";
import { isAfterToday } from "./today.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe("isAfterToday", () => {
  it.each(["UTC", "America/New_York", "Asia/Shanghai", "Pacific/Kiritimati"])(
    "turns the day at 16:00 UTC when the process runs in %s",
    (zone) => {
      vi.stubEnv("TZ", zone);
      vi.useFakeTimers({ now: new Date("2026-11-21T15:59:59.999Z") });
      expect([20_261_121, 20_261_122].map(isAfterToday)).toEqual([false, true]);
      vi.setSystemTime(new Date("2026-11-21T16:00:00Z"));
      expect([20_261_122, 20_261_123].map(isAfterToday)).toEqual([false, true]);
    },
  );

  it("goes on over the ends of months and years", () => {
    vi.useFakeTimers({ now: new Date("2026-12-31T16:00:00Z") });
    expect([20_261_231, 20_270_101, 20_270_102, 20_270_201].map(isAfterToday)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
