import type { LogEntry, Store } from "@shiming/contract";

const PAGE = 250;

/** Reads a log a page at a time, so that memory does not grow with it. */
export async function* readLog(
  store: Pick<Store, "read">,
  { log, after = 0 }: { readonly log: string; readonly after?: number },
): AsyncGenerator<readonly LogEntry[]> {
  let last = after;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a log is read one page after the other
    const page = await store.read(log, { after: last, limit: PAGE });
    if (page.length === 0) return;
    yield page;
    last = page.at(-1)?.sequence ?? last;
  }
}
