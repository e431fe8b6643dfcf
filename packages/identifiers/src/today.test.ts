import { afterEach, describe, expect, it, vi } from "vitest";
import { readDayNumber } from "./civil-date.ts";
import { todayInShanghai } from "./today.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe("todayInShanghai", () => {
  it.each(["UTC", "America/New_York", "Asia/Shanghai", "Pacific/Kiritimati"])(
    "turns the day at 16:00 UTC when the process runs in %s",
    (zone) => {
      vi.stubEnv("TZ", zone);
      vi.useFakeTimers({ now: new Date("2026-11-21T15:59:59.999Z") });
      expect(todayInShanghai()).toBe(readDayNumber("2026-11-21", "day"));
      vi.setSystemTime(new Date("2026-11-21T16:00:00Z"));
      expect(todayInShanghai()).toBe(readDayNumber("2026-11-22", "day"));
    },
  );
});
