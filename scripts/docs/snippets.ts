import type { Page } from "./pages.ts";

/** A piece of TypeScript that a reader may copy. */
export interface Snippet {
  /** File and line, for the reader of an error. */
  readonly from: string;
  readonly code: string;
}

/** The TypeScript blocks of a Markdown file. */
export function blocksIn(page: Page): readonly Snippet[] {
  return snippetsIn(page, /^```ts\n([\s\S]*?)^```$/gm);
}

/** The `@example` blocks of a source file. */
export function examplesIn(page: Page): readonly Snippet[] {
  return snippetsIn(page, /^ *\* ```ts\n([\s\S]*?)^ *\* ```$/gm).map(({ from, code }) => ({
    from,
    code: code.replaceAll(/^ *\* ?/gm, ""),
  }));
}

function snippetsIn({ path, text }: Page, block: RegExp): readonly Snippet[] {
  return [...text.matchAll(block)].map(({ 1: code = "", index }) => ({
    from: `${path}:${text.slice(0, index).split("\n").length}`,
    code,
  }));
}
