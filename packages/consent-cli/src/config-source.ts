/** The file that a configuration came from, to point at a part of it. */
export interface ConfigSource {
  readonly file: string;
  /**
   * Where a purpose or an SDK has its `id`. Where that cannot be told, where such an `id` first stands; else where it
   * first stands in quotes; else 1.
   */
  lineOf(id: string, of: "purpose" | "sdk"): number;
}

/** An `id: "..."` of the source, and what it stands in: for an argument, the name of the function that is called. */
interface Id {
  readonly id: string;
  readonly offset: number;
  readonly inside: readonly string[];
}

/** Comments, `id: "..."`, other strings, and brackets: an opening one with the name before it. */
const TOKEN =
  /\/\/.*|\/\*[^]*?\*\/|(?:\bid|"id"|'id')\s*:\s*(["'`])((?:\\[^]|(?!\1)[^\\])*)\1|(["'`])(?:\\[^]|(?!\3)[^\\])*\3|(?:\b(\w+)(?:<[^<>()]*>)?)?\s*([([{])|([)\]}])/g;

/** Looks ids up in the text of a configuration. */
export function configSource(file: string, text: string): ConfigSource {
  const ids = idsIn(text);
  return {
    file,
    lineOf: (id, of) => {
      const same = ids.filter((one) => one.id === id);
      const own = same.find(of === "purpose" ? isOfPurpose : isOfSdk) ?? same[0];
      return lineAt(text, own?.offset ?? quoted(id, text));
    },
  };
}

function idsIn(text: string): readonly Id[] {
  const inside: string[] = [];
  const ids: Id[] = [];
  for (const { index, 2: id, 4: name = "", 5: opening, 6: closing } of text.matchAll(TOKEN)) {
    if (id !== undefined) ids.push({ id, offset: index, inside: [...inside] });
    if (opening !== undefined) inside.push(opening === "(" ? name : opening);
    if (closing !== undefined) inside.pop();
  }
  return ids;
}

/** Directly in what `definePurpose` is given: further in are its recipients. */
function isOfPurpose({ inside }: Id): boolean {
  return inside.at(-2) === "definePurpose" && inside.at(-1) === "{";
}

function isOfSdk({ inside }: Id): boolean {
  return !inside.includes("definePurpose") && !inside.includes("defineApp");
}

function quoted(id: string, text: string): number {
  const places = [`"${id}"`, `'${id}'`, `\`${id}\``].map((one) => text.indexOf(one)).filter((at) => at >= 0);
  return places.length === 0 ? 0 : Math.min(...places);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
