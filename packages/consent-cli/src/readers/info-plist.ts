import type { Content, DeclaredPermission, DeclaredText } from "../declaration.ts";
import { DeclarationError } from "../declaration-error.ts";
import { type Place, placeOf } from "../place.ts";
import { parseXml, type XmlElement } from "./xml.ts";

interface Entry extends Place {
  readonly key: string;
  readonly value: XmlElement;
}

const ALWAYS: ReadonlySet<string> = new Set([
  "NSLocationAlwaysAndWhenInUseUsageDescription",
  "NSLocationAlwaysUsageDescription",
]);

/** A text for each occasion on which the app asks for the exact location once. */
const TEMPORARY = "NSLocationTemporaryUsageDescriptionDictionary";

/** Reads `Info.plist` in its XML form. */
export function readInfoPlist(text: string, file: string): Content {
  if (text.startsWith("bplist")) throw new DeclarationError("BINARY_PLIST", { file });
  const entries = entriesOf(parseXml(text, file), file);
  const texts = entries.filter(({ key }) => key.endsWith("UsageDescription")).map((one) => usage(one, file));
  const temporary = entries.filter(({ key }) => key === TEMPORARY).map((one) => occasions(one, file));
  return {
    permissions: [
      ...texts.map(asPermission),
      ...temporary.map(asTemporary),
      ...backgroundModes(entries, texts),
    ],
    texts: [...texts, ...temporary.flatMap((one) => one.texts)],
    sdks: [],
    switches: [],
  };
}

function entriesOf(root: XmlElement, file: string): readonly Entry[] {
  const [dictionary, ...others] = root.children;
  if (root.name !== "plist" || dictionary?.name !== "dict" || others.length > 0) {
    throw malformed(file, root, "must be a <plist> that holds one <dict>");
  }
  return pairsOf(dictionary, file);
}

function pairsOf({ children }: XmlElement, file: string): readonly Entry[] {
  return children.flatMap((key, index) => {
    if (index % 2 === 1) return [];
    const value = children[index + 1];
    if (key.name !== "key" || value === undefined || value.name === "key") {
      throw malformed(file, key, "<dict> must hold keys and values in turn");
    }
    return [{ key: key.text.trim(), value, ...placeOf(key) }];
  });
}

function usage({ key, value, ...place }: Entry, file: string): DeclaredText {
  if (value.name !== "string") throw malformed(file, value, "a usage description must be a <string>");
  return { name: key, text: value.text.trim(), ...place };
}

function asPermission({ name, text, ...place }: DeclaredText): DeclaredPermission {
  return { name, ...place, ...(text === "" && { missing: ["the usage string"] }) };
}

interface Occasions extends Place {
  readonly texts: readonly DeclaredText[];
}

function occasions({ value, ...entry }: Entry, file: string): Occasions {
  if (value.name !== "dict") throw malformed(file, value, `${TEMPORARY} must be a <dict>`);
  const texts = pairsOf(value, file).map((one) => ({ ...usage(one, file), name: TEMPORARY }));
  return { texts, ...placeOf(entry) };
}

function asTemporary({ texts, ...place }: Occasions): DeclaredPermission {
  const told = texts.length > 0 && texts.every(({ text }) => text !== "");
  return { name: TEMPORARY, ...place, ...(!told && { missing: ["the usage string of each occasion"] }) };
}

/** Location in the background needs a usage string of its own, and the system shows it. */
function backgroundModes(entries: readonly Entry[], texts: readonly DeclaredText[]): DeclaredPermission[] {
  const modes = entries
    .filter(({ key }) => key === "UIBackgroundModes")
    .flatMap(({ value }) => value.children);
  const told = texts.some(({ name, text }) => ALWAYS.has(name) && text !== "");
  return modes
    .filter((mode) => mode.text.trim() === "location")
    .map((mode) => ({
      name: "UIBackgroundModes.location",
      ...placeOf(mode),
      ...(!told && { missing: ["NSLocationAlwaysAndWhenInUseUsageDescription"] }),
    }));
}

function malformed(file: string, { line }: Place, rule: string): DeclarationError {
  return new DeclarationError("MALFORMED", { file, line, rule });
}
