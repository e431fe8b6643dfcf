import { SaxesParser } from "saxes";
import { DeclarationError } from "../declaration-error.ts";
import { MOST_LEVELS } from "../limits.ts";
import type { Place } from "../place.ts";

/** An element of an XML file. */
export interface XmlElement extends Place {
  /** Without its prefix. */
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** The text directly inside it. */
  readonly text: string;
  /** Value of an attribute, by local name and namespace (default: none). */
  attribute(name: string, namespace?: string): string | undefined;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

/**
 * Reads a whole XML file. Nothing outside it is ever opened, and no entity is expanded but the five of XML itself.
 *
 * @throws DeclarationError `MALFORMED`, `TOO_DEEP`, `DOCTYPE_SUBSET`.
 */
export function parseXml(text: string, file: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  const placeAt = placesOf(text);

  parser.on("error", () => {
    throw new DeclarationError("MALFORMED", { file, line: parser.line, rule: "must be well-formed XML" });
  });
  parser.on("doctype", (doctype) => {
    if (doctype.includes("[")) throw new DeclarationError("DOCTYPE_SUBSET", { file, line: parser.line });
  });
  parser.on("opentag", (tag) => {
    if (open.length >= MOST_LEVELS) throw new DeclarationError("TOO_DEEP", { file, line: parser.line });
    const attributes = new Map(
      Object.values(tag.attributes).map(({ uri, local, value }) => [`${uri} ${local}`, value]),
    );
    const element: OpenElement = {
      name: tag.local,
      // A tag holds no other `<`, so the nearest one before its end is where it starts.
      ...placeAt(text.lastIndexOf("<", parser.position - 1)),
      children: [],
      text: "",
      attribute: (name, namespace = "") => attributes.get(`${namespace} ${name}`),
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (part: string): void => {
    const parent = open.at(-1);
    if (parent !== undefined) parent.text += part;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => void open.pop());

  parser.write(text).close();
  if (root === undefined) throw new DeclarationError("MALFORMED", { file, rule: "must be well-formed XML" });
  return root;
}

/** Line and column of an offset, in logarithmic time. */
function placesOf(text: string): (offset: number) => Place {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
