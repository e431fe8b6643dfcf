import { describe, expect, it } from "vitest";
import { createJournal } from "./journal.ts";
import type { JournalNote } from "./journal.ts";
import { createFixedClock } from "./test-support/fixed-clock.ts";

const note = (requestId: string): JournalNote => ({ action: "a", status: "0", fields: ["name"], requestId });

describe("createJournal", () => {
  it("keeps entries in order with number and time", () => {
    const clock = createFixedClock();
    const journal = createJournal({ capacity: 3, clock });
    journal.record("w", note("1"));
    clock.advance(1000);
    journal.record("w", note("2"));
    expect(journal.read()).toEqual({
      entries: [
        { seq: 1, at: "2026-01-02T03:04:05.000Z", wire: "w", ...note("1") },
        { seq: 2, at: "2026-01-02T03:04:06.000Z", wire: "w", ...note("2") },
      ],
      dropped: 0,
    });
  });

  it.each([3, 4, 5, 6, 100])("holds the last three of %i and counts the rest", (total) => {
    const journal = createJournal({ capacity: 3, clock: createFixedClock() });
    for (let index = 1; index <= total; index += 1) journal.record("w", note(String(index)));
    const { entries, dropped } = journal.read();
    expect(dropped).toBe(total - 3);
    expect(entries.map(({ seq, requestId }) => [seq, requestId])).toEqual(
      [total - 2, total - 1, total].map((number) => [number, String(number)]),
    );
  });

  it("starts again when cleared", () => {
    const journal = createJournal({ capacity: 1, clock: createFixedClock() });
    journal.record("w", note("1"));
    journal.record("w", note("2"));
    journal.clear();
    expect(journal.read()).toEqual({ entries: [], dropped: 0 });
    journal.record("w", note("3"));
    expect(journal.read().entries[0]?.seq).toBe(1);
  });
});
