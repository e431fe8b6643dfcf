import type { PermissionGroupId } from "../catalogue/permission-groups.ts";
import {
  GUARDED_PERMISSIONS,
  guardedPermission,
  type GuardedPermission,
  PERMISSION_GROUPS,
} from "../catalogue/permissions.ts";

const PLATFORMS = [...new Set(GUARDED_PERMISSIONS.map(({ platform }) => platform))];

/** A manifest may name the group itself, as `CAMERA` or `CALL_LOG`, or the part of it that reads unseen. */
const GROUP_NAMES: ReadonlyMap<string, PermissionGroupId> = new Map([
  ...PERMISSION_GROUPS.map(({ id }) => [id.toUpperCase().replaceAll("-", "_"), id] as const),
  ["LOCATION_BACKGROUND", "location"],
]);

/** The group that a permission of any platform, or the name of a group, belongs to. */
export function permissionGroup(name: string): PermissionGroupId | undefined {
  return GROUP_NAMES.get(name) ?? onAnyPlatform(name)?.group.id;
}

/** Whether a permission reads while the app is not in front. */
export function isBackgroundPermission(name: string): boolean {
  return name === "LOCATION_BACKGROUND" || onAnyPlatform(name)?.background === true;
}

/** No event says which platform it comes from; where two share a name, it reads the same. */
function onAnyPlatform(name: string): GuardedPermission | undefined {
  return PLATFORMS.map((platform) => guardedPermission(platform, name)).find((found) => found !== undefined);
}
