/**
 * 互联网应用程序个人信息收集使用规定（征求意见稿） of 2026-01-10: a draft, not in force. Its rules run under profile
 * `draft` only, and flag.
 */
import type { Field } from "@shiming/contract";
import type { PermissionGroupId } from "../catalogue/permission-groups.ts";
import { defineRule } from "./define-rule.ts";
import type { EventOf } from "./event.ts";
import { featureOf } from "./facts.ts";
import type { Rule } from "./model.ts";
import { codeName, fieldNames } from "./naming.ts";
import { isBackgroundPermission, permissionGroup } from "./permission-group.ts";

type Reading = EventOf<"permission.request" | "collect">;

const CAPTURED: ReadonlySet<Field> = new Set(["face-image", "microphone-audio"]);

const onlyInUse = defineRule("DR-01", (event, { activeFeatures = [] }) => {
  const captures =
    groupsOf(event).some((group) => group === "camera" || group === "microphone") ||
    event.fields?.some((field) => CAPTURED.has(field)) === true;
  const isInUse = activeFeatures.includes(event.featureId ?? "") && event.foreground === true;
  return !captures || isInUse
    ? undefined
    : {
        code: "NOT_IN_ACTIVE_USE",
        message: `feature ${codeName(event.featureId)} is not in use in the foreground`,
      };
});

function groupsOf({ permissions = [] }: Reading): readonly (PermissionGroupId | undefined)[] {
  return permissions.map(permissionGroup);
}

const noBackgroundLocation = defineRule("DR-02", (event, context) => {
  const isBehind =
    event.permissions?.some(
      (name) => permissionGroup(name) === "location" && isBackgroundPermission(name),
    ) === true ||
    (readsLocation(event) && (event.trigger === "background" || event.foreground === false));
  return isBehind && featureOf(event, context)?.continuous !== true
    ? {
        code: "BACKGROUND_LOCATION",
        message: `feature ${codeName(event.featureId)} is not declared continuous`,
      }
    : undefined;
});

function readsLocation({ fields = [] }: Reading): boolean {
  return fields.includes("location") || fields.includes("trajectory");
}

/** Groups in whose place the system has a picker. */
const PICKABLE: ReadonlySet<PermissionGroupId | undefined> = new Set(["storage", "contacts", "sms"]);

const pickerFirst = defineRule("DR-03", (event, context) => {
  const pickable = event.permissions?.filter((name) => PICKABLE.has(permissionGroup(name))) ?? [];
  return pickable.length > 0 && featureOf(event, context)?.need === "single-item"
    ? {
        code: "USE_PICKER",
        message: `the picker of the system does without ${pickable.map(codeName).join(", ")}`,
      }
    : undefined;
});

const oncePerPage = defineRule("DR-04", (event, context) => {
  if (event.type !== "collect" || !event.fields?.includes("location")) return undefined;
  const feature = featureOf(event, context);
  const reads = context.history?.reads("location", "page", feature?.id) ?? 0;
  return feature?.continuous === true || reads === 0
    ? undefined
    : { code: "LOCATION_READ_AGAIN", message: "location is read once for each opening or refresh of a page" };
});

const NEW_PROOF: ReadonlySet<Field> = new Set(["face-image", "id-document-copy"]);

const easyGoodbye = defineRule(
  "DR-05",
  (event, context) => {
    const isGoodbye =
      event.type === "right.request"
        ? event.right === "cancel-account"
        : featureOf(event, context)?.right === "cancel-account";
    const asked = (event.type === "right.request" ? event.requiredInputs : event.fields) ?? [];
    const proofs = asked.filter((field) => NEW_PROOF.has(field));
    return isGoodbye && proofs.length > 0
      ? { code: "NEW_SENSITIVE_DATA", message: `closing an account asks for ${fieldNames(proofs)}` }
      : undefined;
  },
  ["right.request"],
);

const BIOMETRIC: ReadonlySet<Field> = new Set(["face-image"]);

const biometricsOnDevice = defineRule(
  "DR-06",
  (event, { manifest }) => {
    const leaves =
      event.type === "manifest.check"
        ? manifest?.storage?.some((row) => BIOMETRIC.has(row.field) && row.protection !== "device-only")
        : (event.type === "network.send" || event.path === "server") &&
          event.fields?.some((field) => BIOMETRIC.has(field));
    return leaves === true
      ? { code: "BIOMETRICS_LEAVE_DEVICE", message: "biometric data are kept on the device" }
      : undefined;
  },
  ["network.send", "manifest.check"],
);

/** DR-01 to DR-06. */
export const DR_RULES: readonly Rule[] = [
  onlyInUse,
  noBackgroundLocation,
  pickerFirst,
  oncePerPage,
  easyGoodbye,
  biometricsOnDevice,
];
