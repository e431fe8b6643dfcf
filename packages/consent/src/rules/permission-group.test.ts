import { expect, test } from "vitest";
import { isBackgroundPermission, permissionGroup } from "./permission-group.ts";

test.each([
  ["CAMERA", "camera"],
  ["android.permission.READ_CONTACTS", "contacts"],
  ["READ_CONTACTS", "contacts"],
  ["NSCameraUsageDescription", "camera"],
  ["scope.userLocation", "location"],
  ["CALL_LOG", "call-log"],
  ["LOCATION_BACKGROUND", "location"],
  ["INTERNET", undefined],
  ["toString", undefined],
] as const)("%s is of the group %s", (name, group) => {
  expect(permissionGroup(name)).toBe(group);
});

test.each([
  ["ACCESS_BACKGROUND_LOCATION", true],
  ["LOCATION_BACKGROUND", true],
  ["ACCESS_FINE_LOCATION", false],
])("%s reads unseen: %j", (name, isBackground) => {
  expect(isBackgroundPermission(name)).toBe(isBackground);
});
