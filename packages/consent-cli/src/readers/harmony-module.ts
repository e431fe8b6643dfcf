import { guardedPermission } from "@shiming/consent";
import type { Content, DeclaredPermission, DeclaredText } from "../declaration.ts";
import { DeclarationError } from "../declaration-error.ts";
import { type Place, placeOf } from "../place.ts";
import { type JsonMember, type JsonValue, parseJson } from "./json.ts";

interface Request extends Place {
  readonly name: string;
  readonly reason: string;
  readonly hasScene: boolean;
}

/** Reads the `module.json5` of a HarmonyOS module. */
export function readHarmonyModule(text: string, file: string): Content {
  const module = parseJson(text, file, "json5").members().get("module");
  if (module === undefined) {
    throw new DeclarationError("MALFORMED", { file, rule: 'must have an object "module"' });
  }
  const list = module.value.members().get("requestPermissions");
  const requests = (list?.value.elements() ?? []).map((one) => requestOf(one, file));
  return {
    permissions: requests.map(asPermission),
    texts: requests.filter(({ reason }) => reason !== "").map(asText),
    sdks: [],
    switches: [],
  };
}

function requestOf(value: JsonValue, file: string): Request {
  const members = value.members();
  const name = members.get("name")?.value.string().trim();
  if (!name) {
    throw new DeclarationError("MALFORMED", {
      file,
      line: value.line,
      rule: "a permission must have a name",
    });
  }
  return {
    name,
    reason: members.get("reason")?.value.string().trim() ?? "",
    hasScene: sceneIsTold(members.get("usedScene")),
    ...placeOf(value),
  };
}

/** Which abilities use it, and whether always or only in use, it may leave out. */
function sceneIsTold(scene: JsonMember | undefined): boolean {
  return scene?.value.members() !== undefined;
}

/** The platform wants a reason and a scene where it asks the person, `user_grant`, and nowhere else. */
function asPermission(request: Request): DeclaredPermission {
  const { name, reason, hasScene } = request;
  if (guardedPermission("harmonyos", name)?.grant !== "user") return { name, ...placeOf(request) };
  const missing = [...(reason === "" ? ["reason"] : []), ...(hasScene ? [] : ["usedScene"])];
  return { name, ...placeOf(request), ...(missing.length > 0 && { missing }) };
}

function asText(request: Request): DeclaredText {
  return { name: request.name, text: request.reason, ...placeOf(request) };
}
