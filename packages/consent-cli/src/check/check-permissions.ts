import { type GuardedPermission, guardedPermission, type Platform, type Profile } from "@shiming/consent";
import type { ConsentConfig } from "../config.ts";
import type { Declaration, DeclaredPermission } from "../declaration.ts";
import type { Finding } from "../finding.ts";
import { placeOf } from "../place.ts";
import { isHarmless } from "./harmless-names.ts";
import { instead, missingPurpose } from "./purpose-behind.ts";

type Detail = Pick<Finding, "ruleId" | "level" | "message" | "advice">;

/** Groups that the draft names for pickers. */
const DRAFT_PICKERS: ReadonlySet<string> = new Set(["storage", "contacts", "sms"]);

/** Finds permissions without a purpose, without a reason, and with a gentler way. */
export function checkPermissions(
  { platform, file, permissions, switches }: Declaration,
  config: ConsentConfig,
  profile: Profile,
): readonly Finding[] {
  const found = permissions.flatMap((declared) =>
    detailsOf(platform, declared, { config, profile }).map((detail) => ({
      ...detail,
      file,
      subject: declared.name,
      ...placeOf(declared),
    })),
  );
  const asks = permissions.some(({ name }) => guardedPermission(platform, name) !== undefined);
  const privacyCheck = switches.find(({ name }) => name === "__usePrivacyCheck__");
  if (platform !== "wechat" || !asks || privacyCheck?.on === true) return found;
  return [...found, { ...PRIVACY_CHECK, file, line: privacyCheck?.line ?? 1 }];
}

/** Since 2023-10-17 the platform asks in any case; the switch says that the app is made for it. */
const PRIVACY_CHECK: Omit<Finding, "file" | "line"> = {
  ruleId: "IC-3-1",
  level: "warning",
  subject: "__usePrivacyCheck__",
  message:
    '"__usePrivacyCheck__" is not on, so older base libraries do not ask before private interfaces run',
  advice: 'Add "__usePrivacyCheck__": true and handle wx.onNeedPrivacyAuthorization (base library 2.32.3).',
};

interface Against {
  readonly config: ConsentConfig;
  readonly profile: Profile;
}

function detailsOf(platform: Platform, declared: DeclaredPermission, against: Against): readonly Detail[] {
  const permission = guardedPermission(platform, declared.name);
  if (permission === undefined) return unknownName(platform, declared, against.config);
  const unfounded = missingPurpose(against.config, permission);
  return [
    ...(unfounded ? [{ ...unfounded, level: "error" as const }] : []),
    ...missingTexts(declared),
    ...gentlerWay(permission, against.profile),
    ...(against.profile === "draft" ? draftNotes(permission) : []),
  ];
}

/** Whoever names a purpose for it in `config.permissions` has looked at it. */
function unknownName(
  platform: Platform,
  declared: DeclaredPermission,
  { permissions }: ConsentConfig,
): readonly Detail[] {
  const { name, guarded = false } = declared;
  if (isHarmless(platform, name) && !guarded) return [];
  const known = Object.hasOwn(permissions, name) ? [] : [guarded ? unfoundedName(name) : unseenName(name)];
  return [...known, ...missingTexts(declared)];
}

function unseenName(name: string): Detail {
  return {
    ruleId: "PG-02",
    level: "note",
    message: `${name} is not in the catalogue, so nothing is known of what it yields`,
    advice: "See by hand that a purpose covers it, and name the purpose in config.permissions.",
  };
}

function unfoundedName(name: string): Detail {
  return {
    ruleId: "IC-4-1",
    level: "error",
    message: `${name} is told to be guarded, is not in the catalogue, and no purpose stands behind it`,
    advice: "Name its purpose in config.permissions, or remove it.",
  };
}

function missingTexts({ name, missing = [] }: DeclaredPermission): readonly Detail[] {
  return missing.map((part) => ({
    ruleId: "IC-2-3",
    level: "error",
    message: `${name}: ${part} is missing or empty, so the person is asked without being told why`,
    advice: `Give ${part}: which feature uses it, and for what.`,
  }));
}

/** A note: the choice is the app's. */
function gentlerWay(permission: GuardedPermission, profile: Profile): readonly Detail[] {
  const { platform, group, name } = permission;
  if (platform !== "android" || !group.needsNoPermission) return [];
  return [
    {
      ruleId: profile === "draft" && DRAFT_PICKERS.has(group.id) ? "DR-03" : "PG-01",
      level: "note",
      message: `${name}: the system offers a way that needs no permission`,
      advice: `Where that is enough, drop the permission.${instead(permission)}`,
    },
  ];
}

function draftNotes({ name, group, background }: GuardedPermission): readonly Detail[] {
  if (group.id === "location" && background) {
    const message = `${name}: location in the background`;
    const advice = "Keep it only for a feature that goes on in the background, such as navigation.";
    return [{ ruleId: "DR-02", level: "note", message, advice }];
  }
  if (group.id === "camera" || group.id === "microphone") {
    const message = `${name}: may be used only while the person actively uses the feature`;
    return [{ ruleId: "DR-01", level: "note", message, advice: "Stop it when the feature closes." }];
  }
  return [];
}
