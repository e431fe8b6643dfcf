import { parse, tokenize, type ValueNode } from "@humanwhocodes/momoa";
import { DeclarationError } from "../declaration-error.ts";
import { MOST_LEVELS } from "../limits.ts";
import type { Place } from "../place.ts";

/** A value of a JSON or JSON5 file that knows where it stands. Asking it for what it is not is a typed error. */
export interface JsonValue extends Place {
  /** Members of an object by name, in order. */
  members(): ReadonlyMap<string, JsonMember>;
  /** Values of a list. */
  elements(): readonly JsonValue[];
  string(): string;
  boolean(): boolean;
}

/** A member of an object: the place of its name, and its value. */
export interface JsonMember extends Place {
  readonly value: JsonValue;
}

/**
 * Reads a whole file.
 *
 * @throws DeclarationError `MALFORMED`, `TOO_DEEP`.
 */
export function parseJson(text: string, file: string, mode: "json" | "json5"): JsonValue {
  try {
    if (deepest(text, mode) > MOST_LEVELS) throw new DeclarationError("TOO_DEEP", { file });
    return toValue(parse(text, { mode }).body, { file, path: "the file" });
  } catch (error) {
    if (error instanceof DeclarationError) throw error;
    const line = error instanceof Error && "line" in error ? Number(error.line) : undefined;
    throw new DeclarationError("MALFORMED", {
      file,
      line,
      rule: `must be well-formed ${mode === "json" ? "JSON" : "JSON5"}`,
    });
  }
}

/** Looked at in the flat list of tokens, because the parser itself descends by recursion. */
function deepest(text: string, mode: "json" | "json5"): number {
  let [level, most] = [0, 0];
  for (const { type } of tokenize(text, { mode })) {
    if (type === "LBrace" || type === "LBracket") most = Math.max(most, ++level);
    if (type === "RBrace" || type === "RBracket") level--;
  }
  return most;
}

interface Where {
  readonly file: string;
  /** For people, such as `module.requestPermissions`. */
  readonly path: string;
}

function toValue(node: ValueNode, where: Where): JsonValue {
  const { line, column } = node.loc.start;
  const must = (rule: string): DeclarationError =>
    new DeclarationError("MALFORMED", { file: where.file, line, rule: `${where.path} ${rule}` });
  return {
    line,
    column,
    members: () => {
      if (node.type !== "Object") throw must("must be an object");
      return membersOf(node, where);
    },
    elements: () => {
      if (node.type !== "Array") throw must("must be a list");
      return node.elements.map((element, index) =>
        toValue(element.value, { ...where, path: `${where.path}[${index}]` }),
      );
    },
    string: () => {
      if (node.type !== "String") throw must("must be a string");
      return node.value;
    },
    boolean: () => {
      if (node.type !== "Boolean") throw must("must be true or false");
      return node.value;
    },
  };
}

function membersOf(
  node: Extract<ValueNode, { type: "Object" }>,
  where: Where,
): ReadonlyMap<string, JsonMember> {
  const members = new Map<string, JsonMember>();
  for (const { name, value } of node.members) {
    const key = name.type === "String" ? name.value : name.name;
    const { line, column } = name.loc.start;
    // Which of two would count differs from tool to tool, so neither may hide behind the other.
    if (members.has(key)) {
      throw new DeclarationError("MALFORMED", { file: where.file, line, rule: "names a member twice" });
    }
    members.set(key, { line, column, value: toValue(value, { ...where, path: nameForPeople(key) }) });
  }
  return members;
}

/** Names that are no ordinary words are not repeated in an error. */
function nameForPeople(key: string): string {
  return /^[\w.$-]{1,64}$/.test(key) ? `"${key}"` : "a member";
}
