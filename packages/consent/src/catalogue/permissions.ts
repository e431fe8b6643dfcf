import type { KnownField } from "@shiming/contract";
import {
  PERMISSION_GROUP_FACTS,
  type PermissionGroupFacts,
  type PermissionGroupId,
} from "./permission-groups.ts";
import { GRANTED_BY_SYSTEM, PERMISSION_NAMES, type Platform } from "./permission-names.ts";

/** A group of permissions that read the same kind of personal data. */
export interface PermissionGroup extends PermissionGroupFacts {
  readonly id: PermissionGroupId;
}

/** `secondary`: seen quoted from the vendor's pages. `general-knowledge`: written down without the page at hand. */
export type NameSource = "secondary" | "general-knowledge";

/** Whether HarmonyOS asks the person for a permission (`user_grant`) or not (`system_grant`). */
export type GrantMode = "user" | "system";

/** One guarded name of one platform, and what it yields. */
export interface GuardedPermission {
  readonly platform: Platform;
  /** In full, such as `android.permission.CAMERA`. */
  readonly name: string;
  readonly group: PermissionGroup;
  /** Empty where the vocabulary has no name for what is read, or where it is an act: then the app names the purpose. */
  readonly fields: readonly KnownField[];
  /** It reads while the app is not in front. */
  readonly background: boolean;
  /** HarmonyOS only. */
  readonly grant?: GrantMode;
  readonly nameKnownFrom: NameSource;
}

/** What most names of a platform begin with; catalogue and look-up may leave it out. */
const NAME_PREFIXES: Readonly<Record<Platform, string>> = {
  android: "android.permission.",
  ios: "",
  harmonyos: "ohos.permission.",
  wechat: "",
  web: "",
};

/**
 * How sure the names of a platform are. None comes from the text of a law or standard: GB/T 41391-2022 and the TC260 guide
 * name groups.
 */
const NAMES_KNOWN_FROM: Readonly<Record<Platform, NameSource>> = {
  android: "general-knowledge",
  ios: "general-knowledge",
  harmonyos: "general-knowledge",
  wechat: "secondary",
  web: "general-knowledge",
};

// The table has exactly these keys: `Object.keys` cannot say so.
const PLATFORMS = Object.keys(NAME_PREFIXES) as readonly Platform[];
const GROUP_IDS = Object.keys(PERMISSION_GROUP_FACTS) as readonly PermissionGroupId[];

/** Every group, in the order of the guide, the further ones last. */
export const PERMISSION_GROUPS: readonly PermissionGroup[] = GROUP_IDS.map((id) => ({
  id,
  ...PERMISSION_GROUP_FACTS[id],
}));

/** Every guarded name of every platform. */
export const GUARDED_PERMISSIONS: readonly GuardedPermission[] = PERMISSION_GROUPS.flatMap((group) =>
  PLATFORMS.flatMap((platform) =>
    Object.entries(PERMISSION_NAMES[group.id][platform]).map(([name, fields]) => ({
      platform,
      name: inFull(platform, name),
      group,
      fields,
      background: group.background.includes(name),
      ...(platform === "harmonyos" && { grant: grantOf(name) }),
      nameKnownFrom: NAMES_KNOWN_FROM[platform],
    })),
  ),
);

/** The end of a name that stands for itself and for all below it. */
const FAMILY = ".*";

const byName: ReadonlyMap<string, GuardedPermission> = new Map(
  GUARDED_PERMISSIONS.map((one) => [`${one.platform} ${one.name}`, one]),
);

/**
 * What a permission, usage key, scope, policy feature or interface yields; `undefined` for a name that reads nothing
 * guarded, such as `android.permission.INTERNET`. Of `navigator.geolocation` and the like every method is found.
 *
 * @example
 * ```ts
 * import { guardedPermission } from "@shiming/consent";
 *
 * console.log(guardedPermission("android", "READ_CONTACTS")?.fields); // [ 'contacts' ]
 * ```
 */
export function guardedPermission(platform: Platform, name: string): GuardedPermission | undefined {
  const full = inFull(platform, name);
  const exact = byName.get(`${platform} ${full}`);
  if (exact !== undefined) return exact;
  const family = familyOf(platform, full);
  return family && { ...family, name: full };
}

/** The nearest of the families that a name is in. */
function familyOf(platform: Platform, name: string): GuardedPermission | undefined {
  for (let above = name; above !== ""; above = above.slice(0, Math.max(0, above.lastIndexOf(".")))) {
    const family = byName.get(`${platform} ${above}${FAMILY}`);
    if (family !== undefined) return family;
  }
  return undefined;
}

/**
 * The group that a name belongs to; `undefined` for a name that reads nothing guarded.
 *
 * @example
 * ```ts
 * import { permissionGroupOf } from "@shiming/consent";
 *
 * console.log(permissionGroupOf("ios", "NSCameraUsageDescription")?.id); // "camera"
 * ```
 */
export function permissionGroupOf(platform: Platform, name: string): PermissionGroup | undefined {
  return guardedPermission(platform, name)?.group;
}

function grantOf(name: string): GrantMode {
  return GRANTED_BY_SYSTEM.includes(name) ? "system" : "user";
}

function inFull(platform: Platform, name: string): string {
  return name.includes(".") ? name : NAME_PREFIXES[platform] + name;
}
