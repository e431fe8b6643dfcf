const MAX_JOURNAL_CAPACITY = 1_000_000;

/**
 * Refuses options that cannot work, before they break something far from here.
 *
 * @throws TypeError for a seed that is no text or empty, RangeError for a journal capacity out of bounds; each names
 * its option.
 */
export function checkOptions({ seed, journalCapacity }: { seed: string; journalCapacity: number }): void {
  if (typeof seed !== "string" || seed === "")
    throw new TypeError("seed: must be a string that is not empty");
  if (Number.isInteger(journalCapacity) && journalCapacity >= 1 && journalCapacity <= MAX_JOURNAL_CAPACITY)
    return;
  throw new RangeError("journalCapacity: must be an integer from 1 to 1000000");
}
