import { KNOWN_FIELDS } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { PERMISSION_GROUP_FACTS } from "./permission-groups.ts";
import { GRANTED_BY_SYSTEM } from "./permission-names.ts";
import {
  GUARDED_PERMISSIONS,
  guardedPermission,
  PERMISSION_GROUPS,
  permissionGroupOf,
} from "./permissions.ts";

describe("the catalogue of permissions", () => {
  it("holds the ten groups of the guide and marks its own as such", () => {
    expect(PERMISSION_GROUPS.filter(({ listed }) => listed).map(({ id }) => id)).toEqual([
      "camera",
      "microphone",
      "storage",
      "contacts",
      "location",
      "phone",
      "sms",
      "call-log",
      "calendar",
      "sensors",
    ]);
    expect(PERMISSION_GROUPS).toHaveLength(17);
  });

  it("names each permission once", () => {
    const names = GUARDED_PERMISSIONS.map(({ platform, name }) => `${platform} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it("yields only fields that the vocabulary knows", () => {
    const fields = GUARDED_PERMISSIONS.flatMap((one) => [...one.fields]);
    expect(fields.filter((field) => !KNOWN_FIELDS.includes(field))).toEqual([]);
  });

  it("marks as background only names that are in the same group", () => {
    for (const [id, { background }] of Object.entries(PERMISSION_GROUP_FACTS)) {
      const marked = GUARDED_PERMISSIONS.filter((one) => one.group.id === id && one.background);
      expect(marked.length).toBe(background.length);
    }
  });

  it("says in both languages what to use instead", () => {
    for (const { name, preferInstead = name } of PERMISSION_GROUPS) {
      expect([name.en, name.zh, preferInstead.en, preferInstead.zh]).not.toContain("");
    }
  });
});

describe("permissionGroupOf", () => {
  it.each([
    ["android", "android.permission.READ_CONTACTS", "contacts"],
    ["android", "READ_CONTACTS", "contacts"],
    ["android", "com.google.android.gms.permission.AD_ID", "advertising-id"],
    ["ios", "NSCameraUsageDescription", "camera"],
    ["harmonyos", "ohos.permission.LOCATION_IN_BACKGROUND", "location"],
    ["harmonyos", "MICROPHONE", "microphone"],
    ["wechat", "scope.userLocation", "location"],
    ["web", "geolocation", "location"],
    ["web", "navigator.geolocation", "location"],
    ["web", "navigator.geolocation.getCurrentPosition", "location"],
    ["web", "navigator.mediaDevices.getUserMedia", "camera"],
    ["web", "navigator.mediaDevices.getDisplayMedia", "screen"],
    ["web", "navigator.clipboard.readText", "clipboard"],
    ["web", "display-capture", "screen"],
    ["web", "idle-detection", "screen"],
    ["web", "local-fonts", "device-id"],
    ["android", "BLUETOOTH_CONNECT", "network-neighbours"],
    ["android", "UWB_RANGING", "network-neighbours"],
    ["android", "com.android.voicemail.permission.ADD_VOICEMAIL", "phone"],
    ["android", "USE_SIP", "phone"],
    ["android", "READ_BASIC_PHONE_STATE", "phone"],
    ["android", "android.permission.health.READ_HEART_RATE", "sensors"],
    ["android", "BIND_NOTIFICATION_LISTENER_SERVICE", "screen"],
    ["harmonyos", "READ_MEDIA", "storage"],
    ["harmonyos", "DISTRIBUTED_DATASYNC", "network-neighbours"],
    ["harmonyos", "ACCESS_NEARLINK", "network-neighbours"],
    ["wechat", "requiredBackgroundModes.location", "location"],
  ] as const)("finds %s %s in %s", (platform, name, id) => {
    expect(permissionGroupOf(platform, name)?.id).toBe(id);
  });

  it.each([
    ["android", "android.permission.INTERNET"],
    ["android", "NSCameraUsageDescription"],
    ["ios", "CAMERA"],
    ["web", "__proto__"],
    ["web", "navigator.geolocations"],
    ["web", "navigator"],
    ["web", "navigator.clipboard.writeText"],
    ["android", "android.permission.healthy"],
    ["android", "android.permission.CAMERA.other"],
    ["wechat", ""],
  ] as const)("knows nothing of %s %s", (platform, name) => {
    expect(permissionGroupOf(platform, name)).toBeUndefined();
  });
});

describe("guardedPermission", () => {
  it("does not let a mobile number stand for the state of the phone", () => {
    expect(guardedPermission("android", "READ_PHONE_STATE")?.fields).toEqual(["device-identifier"]);
    expect(guardedPermission("android", "READ_PHONE_NUMBERS")?.fields).toEqual(["mobile-number"]);
  });

  it("tells a member of a family by its own name", () => {
    const name = "android.permission.health.READ_STEPS";
    expect(guardedPermission("android", name)?.name).toBe(name);
  });

  it("tells whether HarmonyOS asks the person", () => {
    expect(guardedPermission("harmonyos", "CAMERA")?.grant).toBe("user");
    expect(guardedPermission("harmonyos", "GET_WIFI_INFO")?.grant).toBe("system");
    expect(guardedPermission("android", "CAMERA")).not.toHaveProperty("grant");
  });

  it("names only what it guards as granted by the system", () => {
    const granted = GUARDED_PERMISSIONS.filter(({ grant }) => grant === "system");
    expect(granted).toHaveLength(GRANTED_BY_SYSTEM.length);
  });

  it("says how sure its name is", () => {
    expect(guardedPermission("android", "CAMERA")?.nameKnownFrom).toBe("general-knowledge");
    expect(guardedPermission("wechat", "scope.camera")?.nameKnownFrom).toBe("secondary");
  });

  it("tells what reads in the background", () => {
    expect(guardedPermission("android", "ACCESS_BACKGROUND_LOCATION")?.background).toBe(true);
    expect(guardedPermission("android", "ACCESS_FINE_LOCATION")?.background).toBe(false);
  });
});
