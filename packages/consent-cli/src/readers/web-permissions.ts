import type { Content, DeclaredPermission, DeclaredSdk } from "../declaration.ts";
import { DeclarationError } from "../declaration-error.ts";
import { placeOf } from "../place.ts";
import { type JsonValue, parseJson } from "./json.ts";

const KNOWN = ["permissionsPolicy", "interfaces", "scripts"];
/** A string of a structured field (RFC 9651, 3.3.3): what it holds, a comma too, is not looked at. */
const STRING = String.raw`"(?:[^"\\]|\\.)*"`;
/** One directive of the header: a feature, its allow list, and parameters. */
const DIRECTIVE = new RegExp(
  String.raw`\s*([a-z][a-z0-9-]*)=(\*|[a-z]+|${STRING}|\((?:[^()"]|${STRING})*\))(?:\s*;(?:[^",]|${STRING})*)?\s*(?:,|$)`,
  "y",
);
/** Between two commas, and after the last. */
const NOTHING = /\s*(?:,|$)/y;

/**
 * Reads `web-permissions.json`: the `Permissions-Policy` header as the site sends it, guarded interfaces that the pages
 * call, and scripts of other hosts.
 */
export function readWebPermissions(text: string, file: string): Content {
  const page = parseJson(text, file, "json").members();
  for (const [name, { line }] of page) {
    if (!KNOWN.includes(name)) {
      const rule = `may have only ${KNOWN.join(", ")}`;
      throw new DeclarationError("MALFORMED", { file, line, rule });
    }
  }
  const policy = page.get("permissionsPolicy")?.value;
  const interfaces = page.get("interfaces")?.value.elements() ?? [];
  const scripts = page.get("scripts")?.value.elements() ?? [];
  return {
    permissions: [...(policy ? featuresOf(policy, file) : []), ...interfaces.map(interfaceOf)],
    texts: [],
    sdks: scripts.map((script) => hostOf(script, file)),
    switches: [],
  };
}

/** The features that are allowed for anybody: `()` allows none. */
function featuresOf(policy: JsonValue, file: string): readonly DeclaredPermission[] {
  const directives = directivesOf(policy.string());
  if (directives === undefined) {
    const rule = '"permissionsPolicy" must be a Permissions-Policy header, such as `camera=(self)`';
    throw new DeclarationError("MALFORMED", { file, line: policy.line, rule });
  }
  return directives
    .filter(({ allowed }) => !/^\(\s*\)$/.test(allowed))
    .map(({ feature }) => ({ name: feature, ...placeOf(policy) }));
}

interface Directive {
  readonly feature: string;
  readonly allowed: string;
}

/** `undefined` for what is no such header. */
function directivesOf(header: string): readonly Directive[] | undefined {
  const directives: Directive[] = [];
  for (let at = 0; at < header.length;) {
    const found = match(DIRECTIVE, header, at) ?? match(NOTHING, header, at);
    if (found === undefined) return undefined;
    const [whole, feature, allowed] = found;
    if (feature !== undefined && allowed !== undefined) directives.push({ feature, allowed });
    at += whole.length;
  }
  return directives;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Whoever lists an interface says that it is guarded. */
function interfaceOf(one: JsonValue): DeclaredPermission {
  return { name: one.string().trim(), ...placeOf(one), guarded: true };
}

function hostOf(script: JsonValue, file: string): DeclaredSdk {
  const url = URL.parse(script.string());
  if (url === null || !["https:", "http:"].includes(url.protocol)) {
    throw new DeclarationError("MALFORMED", {
      file,
      line: script.line,
      rule: "a script must be an http(s) URL",
    });
  }
  // It runs when the page asks for it, in the place that the page chose.
  return { name: url.hostname, ...placeOf(script), startsItself: false };
}
