import type { Content, DeclaredPermission, DeclaredSdk } from "../declaration.ts";
import { DeclarationError } from "../declaration-error.ts";
import { placeOf } from "../place.ts";
import { parseXml, type XmlElement } from "./xml.ts";

const ANDROID = "http://schemas.android.com/apk/res/android";
const TOOLS = "http://schemas.android.com/tools";

const PERMISSION_TAGS: ReadonlySet<string> = new Set(["uses-permission", "uses-permission-sdk-23"]);
const COMPONENT_TAGS: ReadonlySet<string> = new Set(["activity", "service", "receiver", "provider"]);
/** Part of the platform's own libraries: they are not somebody else's code. */
const PLATFORM_CODE = /^(?:android|androidx)\./;
/** Its `meta-data` name the initialisers that it runs when the process starts. */
const STARTUP_PROVIDER = "androidx.startup.InitializationProvider";

/** Reads `AndroidManifest.xml`, as written or as merged. */
export function readAndroidManifest(text: string, file: string): Content {
  const root = parseXml(text, file);
  if (root.name !== "manifest") {
    throw new DeclarationError("MALFORMED", {
      file,
      line: root.line,
      rule: "must have <manifest> as its root",
    });
  }
  const declared = root.children.filter((element) => !isRemoved(element));
  const applications = declared.filter(({ name }) => name === "application");
  const own = root.attribute("package");
  return {
    permissions: declared.filter(({ name }) => PERMISSION_TAGS.has(name)).map((one) => permission(one, file)),
    texts: [],
    sdks: applications
      .flatMap(({ children }) => children.filter((element) => !isRemoved(element)))
      .flatMap((element) => componentsOf(element, file))
      .filter(({ name }) => !isOwn(name, own) && !PLATFORM_CODE.test(name)),
    switches: [],
  };
}

function permission(element: XmlElement, file: string): DeclaredPermission {
  return { name: nameOf(element, file), ...placeOf(element) };
}

/** The component, and for the start-up provider what it starts. */
function componentsOf(element: XmlElement, file: string): readonly DeclaredSdk[] {
  if (!COMPONENT_TAGS.has(element.name)) return [];
  const name = nameOf(element, file);
  const isProvider = element.name === "provider";
  const initialisers =
    isProvider && name === STARTUP_PROVIDER
      ? element.children.filter((child) => child.name === "meta-data" && !isRemoved(child))
      : [];
  return [
    { name, ...placeOf(element), startsItself: isProvider },
    ...initialisers.map((child) => ({
      name: nameOf(child, file),
      ...placeOf(child),
      startsItself: true,
    })),
  ];
}

/** A name that begins with a dot, or has none, is a class of the app's own package. */
function isOwn(name: string, own: string | undefined): boolean {
  return !name.includes(".", 1) || name.startsWith(".") || (own !== undefined && name.startsWith(`${own}.`));
}

/** The manifest merger takes it out: it is not in the app. */
function isRemoved(element: XmlElement): boolean {
  const action = element.attribute("node", TOOLS);
  return action === "remove" || action === "removeAll";
}

function nameOf(element: XmlElement, file: string): string {
  const name = element.attribute("name", ANDROID)?.trim();
  if (name) return name;
  const rule = `<${element.name}> must have android:name`;
  throw new DeclarationError("MALFORMED", { file, line: element.line, rule });
}
