import {
  fetchJournal,
  type Journal,
  type JournalEntry,
  type JournalOptions,
  journalUrl,
  refuse,
} from "./journal.ts";

/** Reads a journal, and hands over each entry of it once: `note` gets those that no reading before has seen. */
export type JournalFollower = (
  url: string,
  options: JournalOptions,
  note: (entries: readonly JournalEntry[]) => void,
) => Promise<void>;

/** One reading after the other: two at once could take the older answer for a journal that begins anew. */
export function createJournalFollower(): JournalFollower {
  const pages = new Map<string, Journal>();
  const readOn: JournalFollower = async (url, options, note) => {
    const page = await fetchJournal(url, options);
    note(newEntries(page, pages.get(url)));
    pages.set(url, page);
  };
  let last: Promise<unknown> = Promise.resolve();
  return (url, options, note) => {
    const reading = last.then(() => readOn(journalUrl(url), options, note));
    // A reading that fails is the matter of whoever asked for it, and not of the next one.
    last = reading.catch(() => undefined);
    return reading;
  };
}

/**
 * The entries of a page that were not there when the journal was read before. A journal numbers from 1, and from 1 again
 * when it is reset: then it is shorter than before, or says something else under a number that is known.
 *
 * @throws UsageError `INVALID_INPUT` when entries are gone that nobody has read: what is gone cannot be checked.
 */
export function newEntries(page: Journal, before?: Journal): readonly JournalEntry[] {
  const known = before !== undefined && goesOn(page, before) ? endOf(before) : 0;
  if (page.dropped > known) {
    refuse(
      `has dropped its oldest ${page.dropped} entries, and not all of them were read: read it sooner, or give the mock a larger journalCapacity`,
    );
  }
  return page.entries.slice(known - page.dropped);
}

function goesOn(page: Journal, before: Journal): boolean {
  if (endOf(page) < endOf(before) || page.dropped < before.dropped) return false;
  return page.entries.every((entry, index) => {
    const same = before.entries[page.dropped + index - before.dropped];
    return same === undefined || JSON.stringify(same) === JSON.stringify(entry);
  });
}

/** The number of its last entry. */
function endOf({ entries, dropped }: Journal): number {
  return dropped + entries.length;
}
