import type { Page } from "./pages.ts";

/** A piece of TypeScript that a reader may copy. */
export interface Snippet {
  /** File and line, for the reader of an error. */
  readonly from: string;
  readonly code: string;
}

/** A fence of a script that is not exactly the one that {@link blocksIn} looks for. */
const OTHER_FENCE = /^(?!```ts$)[\s>*+\d.-]*(?:`{3,}|~{3,})\s*(?:[cm]?[jt]sx?|javascript|typescript)\b/i;

/** The TypeScript blocks of a Markdown file. */
export function blocksIn(page: Page): readonly Snippet[] {
  return snippetsIn(page, /^```ts\n([\s\S]*?)^```$/gm);
}

/** The blocks of a Markdown file that {@link blocksIn} passes by and a reader takes for ours: other names, indented ones. */
export function uncompiledBlocks({ path, text }: Page): readonly string[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      OTHER_FENCE.test(line)
        ? [`${path}:${index + 1}: write \`\`\`ts at the start of the line, so that it is compiled`]
        : [],
    );
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
