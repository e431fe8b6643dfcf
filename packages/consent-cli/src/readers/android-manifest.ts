import type { Content, DeclaredPermission, DeclaredSdk } from "../declaration.ts";
import { DeclarationError } from "../declaration-error.ts";
import { placeOf } from "../place.ts";
import { parseXml, type XmlElement } from "./xml.ts";

const ANDROID = "http://schemas.android.com/apk/res/android";
const TOOLS = "http://schemas.android.com/tools";

const PERMISSION_TAGS: ReadonlySet<string> = new Set(["uses-permission", "uses-permission-sdk-23"]);
const COMPONENT_TAGS: ReadonlySet<string> = new Set([
  "activity",
  "activity-alias",
  "service",
  "receiver",
  "provider",
]);
/** What a service that the system binds lets it hand over, such as all that is on the screen. */
const BOUND = /^android\.permission\.BIND_/;
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
  const components = applications.flatMap(({ children }) => children.filter((one) => !isRemoved(one)));
  return {
    permissions: [
      ...declared.filter(({ name }) => PERMISSION_TAGS.has(name)).map((one) => permission(one, file)),
      ...components.flatMap(bindingOf),
    ],
    texts: [],
    sdks: components
      .flatMap((element) => componentsOf(element, file))
      .filter(({ name }) => !isOwn(name, own) && !PLATFORM_CODE.test(name)),
    switches: [],
  };
}

function permission(element: XmlElement, file: string): DeclaredPermission {
  return { name: nameOf(element, file), ...placeOf(element) };
}

/** A service declares what it is for by the permission that its caller, the system, must have. */
function bindingOf(element: XmlElement): readonly DeclaredPermission[] {
  const name = element.attribute("permission", ANDROID)?.trim() ?? "";
  return element.name === "service" && BOUND.test(name) ? [{ name, ...placeOf(element) }] : [];
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

/** A name that begins with a dot, or has none, is a class of the app's own package; the build fills in the id. */
function isOwn(name: string, own: string | undefined): boolean {
  const beginnings = [".", "${applicationId}.", ...(own === undefined ? [] : [`${own}.`])];
  return !name.includes(".", 1) || beginnings.some((beginning) => name.startsWith(beginning));
}

/** The manifest merger takes it out: it is not in the app. With a selector, only what one library brings. */
function isRemoved(element: XmlElement): boolean {
  const action = element.attribute("node", TOOLS);
  if (element.attribute("selector", TOOLS) !== undefined) return false;
  return action === "remove" || action === "removeAll";
}

function nameOf(element: XmlElement, file: string): string {
  const name = element.attribute("name", ANDROID)?.trim();
  if (name) return name;
  const rule = `<${element.name}> must have android:name`;
  throw new DeclarationError("MALFORMED", { file, line: element.line, rule });
}
