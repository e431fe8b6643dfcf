import type { Content, DeclaredPermission, DeclaredSdk, DeclaredText } from "../declaration.ts";
import { DeclarationError } from "../declaration-error.ts";
import { placeOf } from "../place.ts";
import { type JsonMember, parseJson } from "./json.ts";

type Members = ReadonlyMap<string, JsonMember>;

/** Interfaces of `requiredPrivateInfos` that the person is told about through the text of a scope. */
const SCOPE_OF: ReadonlyMap<string, string> = new Map([
  ["getFuzzyLocation", "scope.userFuzzyLocation"],
  ["getLocation", "scope.userLocation"],
  ["onLocationChange", "scope.userLocation"],
  ["startLocationUpdate", "scope.userLocation"],
  ["startLocationUpdateBackground", "scope.userLocationBackground"],
  ["chooseLocation", "scope.userLocation"],
]);

/** Reads the `app.json` of a WeChat mini-program: scopes, private interfaces, the privacy switch and plugins. */
export function readWechatApp(text: string, file: string): Content {
  const app = parseJson(text, file, "json").members();
  assertMiniProgram(app, file);
  const scopes = app.get("permission")?.value.members() ?? new Map<string, JsonMember>();
  const texts = [...scopes].flatMap(descriptionOf);
  const told = new Set(texts.map(({ name }) => name));
  const packages = ["subPackages", "subpackages"].flatMap((key) => app.get(key)?.value.elements() ?? []);
  const check = app.get("__usePrivacyCheck__");
  return {
    permissions: [
      ...[...scopes].map((scope) => permissionOf(scope, told)),
      ...interfacesOf(app, told),
      ...modesOf(app),
    ],
    texts,
    sdks: [app, ...packages.map((one) => one.members())].flatMap(pluginsOf),
    switches: check ? [{ name: "__usePrivacyCheck__", on: check.value.boolean(), ...placeOf(check) }] : [],
  };
}

/** Others have an `app.json` too, Expo for one; only a mini-program lists its pages. */
function assertMiniProgram(app: Members, file: string): void {
  const pages = app.get("pages")?.value;
  if (pages !== undefined) return void pages.elements();
  const rule = 'must be the app.json of a WeChat mini-program, which has a list "pages"';
  throw new DeclarationError("MALFORMED", { file, rule });
}

function descriptionOf([name, scope]: [string, JsonMember]): readonly DeclaredText[] {
  const text = scope.value.members().get("desc")?.value.string().trim() ?? "";
  return text === "" ? [] : [{ name, text, ...placeOf(scope) }];
}

function permissionOf([name, scope]: [string, JsonMember], told: ReadonlySet<string>): DeclaredPermission {
  return { name, ...placeOf(scope), ...(!told.has(name) && { missing: ["desc"] }) };
}

function interfacesOf(app: Members, told: ReadonlySet<string>): readonly DeclaredPermission[] {
  return (app.get("requiredPrivateInfos")?.value.elements() ?? []).map((one) => {
    const name = one.string().trim();
    const scope = SCOPE_OF.get(name);
    const missing = scope !== undefined && !told.has(scope) ? [`permission["${scope}"].desc`] : undefined;
    return { name: `wx.${name}`, ...placeOf(one), ...(missing && { missing }) };
  });
}

/** Of what may go on in the background, location is the one that reads something. */
function modesOf(app: Members): readonly DeclaredPermission[] {
  return (app.get("requiredBackgroundModes")?.value.elements() ?? [])
    .filter((mode) => mode.string().trim() === "location")
    .map((mode) => ({ name: "requiredBackgroundModes.location", ...placeOf(mode) }));
}

/** A plugin is the code of another mini-program account: its `provider` is that account's app id. */
function pluginsOf(members: Members): readonly DeclaredSdk[] {
  return [...(members.get("plugins")?.value.members() ?? [])].map(([alias, plugin]) => ({
    name: plugin.value.members().get("provider")?.value.string().trim() || alias,
    ...placeOf(plugin),
    startsItself: false,
  }));
}
