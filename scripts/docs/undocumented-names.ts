import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Page, ROOT } from "./pages.ts";

/**
 * The names that an `index.ts` exports and whose declaration has no doc comment directly before it. Names of another
 * package are that package's to explain.
 */
export function undocumentedNames(index: Page): readonly string[] {
  return [...index.text.matchAll(/^export (?:type )?\{([^}]*)\} from "(\.[^"]+)";$/gm)].flatMap(
    ([, names = "", specifier = ""]) => {
      const path = join(dirname(index.path), specifier);
      const file = join(ROOT, path);
      if (!existsSync(file)) return [`${index.path}: ${specifier} is not there`];
      const documented = documentedNames(readFileSync(file, "utf8"));
      return declaredNames(names)
        .filter((name) => !documented.has(name))
        .map((name) => `${path}: ${name} is exported and has no doc comment`);
    },
  );
}

/** The names between the braces, as the file declares them: `a`, `type b`, `c as d`. */
function declaredNames(list: string): readonly string[] {
  return [...list.matchAll(/(?:^|,)\s*(?:type\s+)?([\w$]+)/g)].map(([, name = ""]) => name);
}

const DOCUMENTED =
  /^\/\*\*(?:(?!\*\/)[\s\S])*\*\/\nexport (?:(?:declare|abstract|async) )*(?:interface|type|class|function|const) ([\w$]+)/gm;

/** The exported declarations with a doc comment. Of a function with overloads, one comment is enough. */
function documentedNames(source: string): ReadonlySet<string> {
  return new Set([...source.matchAll(DOCUMENTED)].map(([, name = ""]) => name));
}
