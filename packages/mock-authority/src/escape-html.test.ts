import { expect, it } from "vitest";
import { escapeHtml } from "./escape-html.ts";

it("escapes everything that opens a tag, an entity or a quote", () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;`)).toBe(
    "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;",
  );
});
