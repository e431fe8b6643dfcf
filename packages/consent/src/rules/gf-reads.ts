/** How the device is read: one value, when it is needed, not again and again, and never the list of other apps. */
import type { Field } from "@shiming/contract";
import { defineRule } from "./define-rule.ts";
import { purposeOf } from "./facts.ts";
import type { Finding, Rule } from "./model.ts";
import { codeName, fieldNames } from "./naming.ts";
import { permissionGroup } from "./permission-group.ts";

const IDENTIFIERS: readonly Field[] = ["device-identifier", "advertising-identifier"];

/** What a getter of "constants" would read from the device at once. */
const READ_FROM_DEVICE: ReadonlySet<Field> = new Set<Field>([
  ...IDENTIFIERS,
  "calendar",
  "call-log",
  "clipboard",
  "contacts",
  "installed-apps",
  "location",
  "microphone-audio",
  "photos",
  "sms-messages",
]);

/** Each value on demand, each behind the gate. */
const readOneByOne = defineRule("GF-05", ({ fields = [], trigger }) => {
  const read = fields.filter((field) => READ_FROM_DEVICE.has(field));
  return read.length < 2 || trigger === "user-initiated-feature"
    ? undefined
    : { code: "BULK_READ", message: `read together, not one by one on demand: ${fieldNames(read)}` };
});

/** Stores flag several reads a minute; what was read is kept for the session. */
const notAgainAndAgain = defineRule("GF-06", ({ type, fields = [] }, { history }) => {
  if (type !== "collect") return undefined;
  // Reads that nobody counts are as many as it takes.
  const again = fields.filter(
    (field) => IDENTIFIERS.includes(field) && (history?.reads(field, "minute") ?? Infinity) > 0,
  );
  return again.length === 0
    ? undefined
    : { code: "FREQUENT_READ", message: `read within this minute, keep it instead: ${fieldNames(again)}` };
});

const APP_LIST: Finding = {
  code: "PACKAGE_ENUMERATION",
  message: "the list of installed apps is never read; look for one named app, for a declared purpose",
};

/** A look for one named app is no list. */
const noListOfApps = defineRule(
  "GF-07",
  (event, context) => {
    if (event.type === "permission.request") {
      const isList = event.permissions.some((name) => permissionGroup(name) === "installed-apps");
      return isList ? APP_LIST : undefined;
    }
    if (event.fields?.includes("installed-apps") !== true) return undefined;
    const isOneApp = event.type === "collect" && event.namedApp && purposeOf(event, context);
    return isOneApp ? undefined : APP_LIST;
  },
  ["permission.request"],
);

/** A permission of the system is no item of the national list, and no item of the list brings one. */
const permissionIsNoInformation = defineRule(
  "GF-10",
  (event, { manifest }) => {
    if (event.type === "sdk.init") return undefined;
    const feature = manifest?.features?.find(({ id }) => id === event.featureId);
    const undeclared = (event.permissions ?? []).filter(
      (name) => feature?.permissions?.includes(name) !== true,
    );
    if (undeclared.length === 0) return undefined;
    return {
      code: "PERMISSION_NOT_DECLARED",
      message: `feature ${codeName(event.featureId)} declares no permission ${undeclared.map(codeName).join(", ")}`,
    };
  },
  ["permission.request"],
);

export const GF_READS: readonly Rule[] = [
  readOneByOne,
  notAgainAndAgain,
  noListOfApps,
  permissionIsNoInformation,
];
