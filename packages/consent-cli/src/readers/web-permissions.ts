import type { Content, DeclaredPermission, DeclaredSdk } from "../declaration.ts";
import { DeclarationError } from "../declaration-error.ts";
import { placeOf } from "../place.ts";
import { type JsonValue, parseJson } from "./json.ts";

const KNOWN = ["permissionsPolicy", "interfaces", "scripts"];
/** One directive of the header: a feature and its allow list. */
const DIRECTIVE = /^([a-z][a-z0-9-]*)=(\*|[a-z]+|\([^()]*\))(?:;.*)?$/;

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
  const directives = policy
    .string()
    .split(",")
    .map((one) => one.trim());
  return directives.filter(Boolean).flatMap((directive) => {
    const [, feature, allowed] = DIRECTIVE.exec(directive) ?? [];
    if (feature === undefined || allowed === undefined) {
      const rule = '"permissionsPolicy" must be a Permissions-Policy header, such as `camera=(self)`';
      throw new DeclarationError("MALFORMED", { file, line: policy.line, rule });
    }
    return /^\(\s*\)$/.test(allowed) ? [] : [{ name: feature, ...placeOf(policy) }];
  });
}

function interfaceOf(one: JsonValue): DeclaredPermission {
  return { name: one.string().trim(), ...placeOf(one) };
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
