import { fakeClock } from "@shiming/contract-tests";
import { describe, expect, it } from "vitest";
import type { RecordedAct } from "./act.ts";
import { createRecorder } from "./create-recorder.ts";
import { checkJournal, type Journal, type JournalEntry, type JournalFetch } from "./journal.ts";

const AT = "2026-11-22T04:00:00.000Z";
const entry: JournalEntry = {
  seq: 1,
  at: AT,
  wire: "tencent",
  action: "PhoneVerification",
  fields: ["mobile-number", "name"],
};
const act: RecordedAct & { readonly at: string } = {
  purposeId: "register",
  event: "given",
  granted: ["mobile-number", "name"],
  recipients: ["tencent"],
  at: AT,
};
const journal = (other: Partial<JournalEntry> = {}): Journal => ({
  entries: [{ ...entry, ...other }],
  dropped: 0,
});

describe("checkJournal", () => {
  it("lets a request pass that comes with the act or after it", () => {
    expect(checkJournal(journal(), [act])).toEqual([]);
    expect(checkJournal(journal({ at: "2026-11-22T04:00:00.001Z" }), [act])).toEqual([]);
  });

  it("reports each field of a request that came before the act", () => {
    expect(checkJournal(journal({ at: "2026-11-22T03:59:59.999Z" }), [act])).toMatchObject([
      {
        field: "mobile-number",
        how: "sent",
        recipient: "tencent",
        where: "PhoneVerification",
        reason: "act-came-later",
      },
      { field: "name", reason: "act-came-later" },
    ]);
  });

  it("reports a request after the withdrawal", () => {
    const end = { ...act, event: "withdrawn", granted: [], at: "2026-11-22T04:00:01Z" } as const;

    expect(checkJournal(journal(), [act, end])).toEqual([]);
    expect(checkJournal(journal({ at: "2026-11-22T04:00:02Z" }), [act, end])).toMatchObject([
      { reason: "withdrawn" },
      { reason: "withdrawn" },
    ]);
  });

  it("knows by the wire who has received the data", () => {
    expect(checkJournal(journal({ wire: "phone-v2" }), [act])).toMatchObject([
      { recipient: "phone-v2", reason: "recipient-not-named" },
      { recipient: "phone-v2", reason: "recipient-not-named" },
    ]);
    expect(
      checkJournal(journal({ wire: "phone-v2" }), [act], { recipients: { "phone-v2": "tencent" } }),
    ).toEqual([]);
  });

  it("says nothing of requests without personal data", () => {
    expect(checkJournal(journal({ fields: [] }), [])).toEqual([]);
  });

  it("refuses a journal that has dropped entries", () => {
    expect(() => checkJournal({ entries: [], dropped: 3 }, [act])).toThrow(/dropped its oldest 3 entries/);
  });
});

/** Answers with these chunks, and remembers what was asked for. */
function answering(...chunks: readonly (string | object)[]) {
  const urls: string[] = [];
  const fetch: JournalFetch = async (url) => {
    urls.push(url);
    const texts = chunks.map((chunk) => (typeof chunk === "string" ? chunk : JSON.stringify(chunk)));
    return { status: 200, body: new Blob(texts).stream() };
  };
  return { fetch, urls };
}

const absent: JournalFetch = async () => ({ status: 404, body: null });

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield new Uint8Array(1000);
}

describe("readJournal", () => {
  const clock = fakeClock();

  it("asks the mock authority for its journal, by its own URL or by that of the journal", async () => {
    const { fetch, urls } = answering(journal());
    const recorder = createRecorder({ clock });
    for (const url of ["http://mock.test", "http://mock.test/", "http://mock.test/_mock/journal"]) {
      // oxlint-disable-next-line no-await-in-loop -- in this order
      await recorder.readJournal(url, { fetch });
    }

    expect(urls).toEqual(Array(3).fill("http://mock.test/_mock/journal"));
  });

  it("takes the requests for data that were sent", async () => {
    const recorder = createRecorder({ clock });
    await recorder.readJournal("http://mock.test", { fetch: answering(journal()).fetch });

    expect(() => recorder.assertNothingBeforeConsent()).toThrow(
      `- mobile-number: sent to tencent by PhoneVerification at ${AT}: no act before it, of any purpose`,
    );
  });

  it("counts a request once, however often the journal is read", async () => {
    const recorder = createRecorder({ clock });
    const { fetch } = answering(journal());
    await recorder.readJournal("http://mock.test", { fetch });
    await recorder.readJournal("http://mock.test", { fetch });

    expect(recorder.uncovered()).toHaveLength(2);
  });

  it("counts a request once, by whichever URL the journal is read", async () => {
    const recorder = createRecorder({ clock });
    const { fetch } = answering(journal());
    await recorder.readJournal("http://mock.test", { fetch });
    await recorder.readJournal("http://mock.test/_mock/journal", { fetch });

    expect(recorder.uncovered()).toHaveLength(2);
  });

  it("repeats no name that could be something else", async () => {
    const recorder = createRecorder({ clock });
    const odd = journal({ action: "某一一 16400000001" });
    await recorder.readJournal("http://mock.test", { fetch: answering(odd).fetch });

    expect(recorder.uncovered()).toMatchObject([{ where: "unknown" }, { where: "unknown" }]);
  });

  it.each([
    ["dropped entries", [{ ...journal({ seq: 2 }), dropped: 1 }], /dropped its oldest 1 entries/],
    ["no JSON", ["<html>某一一</html>"], /is not a journal/],
    ["no entries", [{}], /is not a journal/],
    ["an entry that is none", [{ entries: [null], dropped: 0 }], /an entry that is none, at 0/],
    ["a gap", [{ entries: [entry, { ...entry, seq: 3 }], dropped: 0 }], /has a gap.*, at 1/],
    ["a beginning that is none", [journal({ seq: 2 })], /has a gap.*, at 0/],
    ["an entry without a number", [journal({ seq: undefined as never })], /has a gap.*, at 0/],
    ["a negative count", [{ ...journal({ seq: 0 }), dropped: -1 }], /is not a journal/],
    ["an entry without a time", [journal({ at: "" })], /an entry without a time, at 0/],
    ["a field that is none", [journal({ fields: ["某一一" as never] })], /a field that is none, at 0/],
  ])("refuses %s, and repeats nothing of it", async (_what, chunks, message) => {
    const reading = createRecorder({ clock }).readJournal("http://mock.test", {
      fetch: answering(...chunks).fetch,
    });

    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toMatchObject({ code: "INVALID_INPUT", path: "journal" });
    await expect(reading).rejects.not.toThrow(/某一一/);
  });

  it("stops reading an answer that does not end", async () => {
    const body = endless();
    const fetch = async () => ({ status: 200, body });
    const reading = createRecorder({ clock }).readJournal("http://mock.test", {
      fetch,
      maxBytes: 10_000,
    });

    await expect(reading).rejects.toThrow(/larger than 10000 bytes/);
    expect(await body.next()).toEqual({ done: true });
  });

  it("refuses another status", async () => {
    const reading = createRecorder({ clock }).readJournal("http://mock.test", { fetch: absent });

    await expect(reading).rejects.toThrow(/status 404/);
  });
});
