import { fakeClock } from "@shiming/contract-tests";
import { describe, expect, it } from "vitest";
import type { RecordedAct } from "./act.ts";
import { createRecorder } from "./create-recorder.ts";
import { newEntries } from "./follow-journal.ts";
import type { Journal, JournalEntry, JournalFetch } from "./journal.ts";

const act: RecordedAct = {
  purposeId: "register",
  event: "given",
  granted: ["mobile-number"],
  recipients: ["tencent"],
};
const end: RecordedAct = { ...act, event: "withdrawn", granted: [] };

/** A journal of calls with these actions, by a clock that stands still, with the oldest gone. */
function page(actions: readonly string[], dropped = 0): Journal {
  const entries = actions.map((action, index): JournalEntry => ({
    seq: index + 1,
    at: "2026-11-22T04:00:00.000Z",
    wire: "tencent",
    action,
    fields: ["mobile-number"],
  }));
  return { entries: entries.slice(dropped), dropped };
}

const bodyOf = (journal: Journal) => new Blob([JSON.stringify(journal)]).stream();

const answering =
  (journal: Journal): JournalFetch =>
  async () => ({ status: 200, body: bodyOf(journal) });

const failing: JournalFetch = async () => {
  throw new TypeError("fetch failed");
};

/** A recorder whose clock never moves, beside a mock. */
function beside() {
  const recorder = createRecorder({ clock: fakeClock() });
  const read = (journal: Journal) => recorder.readJournal("http://mock.test", { fetch: answering(journal) });
  const found = () => recorder.uncovered().map(({ where, reason }) => `${where} ${reason}`);
  return { recorder, read, found };
}

describe("under a clock that never moves, a call", () => {
  it("that was read before the act is not covered by it, however often it is read", async () => {
    const { recorder, read, found } = beside();
    await read(page(["Early"]));
    recorder.act(act);
    await read(page(["Early", "Late"]));
    await read(page(["Early", "Late"]));

    expect(found()).toEqual(["Early act-came-later"]);
  });

  it("that was being read when the act was noted is not covered by it", async () => {
    const { recorder, read, found } = beside();
    const reading = read(page(["Early"]));
    recorder.act(act);
    await reading;

    expect(found()).toEqual(["Early act-came-later"]);
  });

  it("that was read before the withdrawal is not counted as one after it", async () => {
    const { recorder, read, found } = beside();
    recorder.act(act);
    await read(page(["Early"]));
    recorder.act(end);
    await read(page(["Early", "Late"]));

    expect(found()).toEqual(["Late withdrawn"]);
  });
});

describe("a journal that is read again", () => {
  it("keeps what was found when the mock was reset in between", async () => {
    const { recorder, read, found } = beside();
    await read(page(["One", "Two"]));
    await read(page([]));
    recorder.act(act);
    await read(page(["Three"]));

    expect(found()).toEqual(["One act-came-later", "Two act-came-later"]);
  });

  it("is seen to begin anew also when it is as long as before", async () => {
    const { read, found } = beside();
    await read(page(["One", "Two"]));
    await read(page(["Three", "Four", "Five"]));

    expect(found()).toEqual(["One", "Two", "Three", "Four", "Five"].map((where) => `${where} no-act`));
  });

  it("is seen to begin anew when it is shorter, though it says the same", () => {
    const anew = page(["One"]);

    expect(newEntries(anew, page(["One", "Two"]))).toEqual(anew.entries);
    expect(newEntries(page([]), anew)).toEqual([]);
  });

  it("adds what is new, also when what was read is gone", async () => {
    const { read, found } = beside();
    await read(page(["One", "Two"]));
    await read(page(["One", "Two", "Three", "Four"], 2));

    expect(found()).toHaveLength(4);
  });

  it("is refused when something is gone that nobody has read, and keeps what was found", async () => {
    const { read, found } = beside();
    await read(page(["One"]));

    await expect(read(page(["One", "Two", "Three"], 2))).rejects.toThrow(/dropped its oldest 2 entries/);
    expect(found()).toEqual(["One no-act"]);
    await read(page(["One", "Two", "Three"], 1));
    expect(found()).toHaveLength(3);
  });

  it("is refused when it has begun anew and dropped entries since", () => {
    const before = page(["One", "Two", "Three"]);

    expect(() => newEntries(page(["A", "B", "C", "D"], 1), before)).toThrow(/dropped its oldest 1 entries/);
    expect(() => newEntries(page(["A", "B"], 1), before)).toThrow(/dropped its oldest 1 entries/);
  });

  it("is read one reading after the other", async () => {
    const { read, found } = beside();
    await Promise.all([read(page(["One"])), read(page(["One", "Two"])), read(page(["One", "Two", "Three"]))]);

    expect(found()).toHaveLength(3);
  });

  it("goes on after a reading that failed", async () => {
    const { recorder, read, found } = beside();
    const first = recorder.readJournal("http://mock.test", { fetch: failing });
    const reading = read(page(["One"]));

    await expect(first).rejects.toThrow("fetch failed");
    await reading;
    expect(found()).toEqual(["One no-act"]);
  });
});
