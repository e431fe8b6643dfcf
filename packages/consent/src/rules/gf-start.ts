/** What happens before the app has asked anything: import, construction, start. */
import { defineRule } from "./define-rule.ts";
import type { Trigger } from "./event-parts.ts";
import type { Rule } from "./model.ts";
import { codeName, fieldNames } from "./naming.ts";

const UNASKED: ReadonlySet<Trigger | undefined> = new Set(["import", "sdk-construction"] as const);

/** Whatever the consents are: a module that is loaded, or a client that is built, reads nothing. */
const noSideEffect = defineRule("GF-01", (event) => {
  const { type, trigger, fields = [] } = event;
  const isRead = type === "collect" ? UNASKED.has(trigger) : fields.length > 0;
  return isRead
    ? { code: "SIDE_EFFECT", message: `import or construction reads: ${fieldNames(fields)}` }
    : undefined;
});

/** The host starts an SDK; nothing that the platform runs by itself does. */
const noAutomaticStart = defineRule("GF-03", (event) => {
  const { type, trigger, initiator = "app" } = event;
  const isByHost = initiator === "app" && trigger !== "import";
  return type === "collect" || isByHost
    ? undefined
    : { code: "AUTO_INIT", message: "the SDK is not started by an explicit call of the app" };
});

/** What a dependency reads, the app reads: it must be declared like the SDK itself. */
const noHiddenDependency = defineRule("GF-04", ({ initiator = "app" }, { manifest }) => {
  const isKnown = manifest?.sdks?.some(({ name }) => initiator === `sdk:${name}`) === true;
  return !initiator.startsWith("sdk:") || isKnown
    ? undefined
    : { code: "DEPENDENCY_UNDECLARED", message: `${codeName(initiator)} is not in manifest.sdks` };
});

export const GF_START: readonly Rule[] = [noSideEffect, noAutomaticStart, noHiddenDependency];
