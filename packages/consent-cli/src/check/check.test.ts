import type { Profile } from "@shiming/consent";
import { describe, expect, it } from "vitest";
import type { ConsentConfigOptions } from "../config.ts";
import type { Finding } from "../finding.ts";
import { readDeclaration } from "../read-declaration.ts";
import { avatar, config, nearby } from "../test-support/app.ts";
import { brief } from "../test-support/brief.ts";
import whole from "../test-support/consent.config.ts";
import { fixture } from "../test-support/fixture.ts";
import { checkDeclarations } from "./check.ts";

function manifest(...permissions: string[]): string {
  const lines = permissions.map((name) => `<uses-permission android:name="android.permission.${name}"/>`);
  return `<manifest xmlns:android="http://schemas.android.com/apk/res/android">\n${lines.join("\n")}</manifest>`;
}

/** Findings for a manifest that asks for these permissions. */
function asking(
  permissions: readonly string[],
  options: { changes?: Partial<ConsentConfigOptions>; profile?: Profile } = {},
): readonly Finding[] {
  return checkDeclarations({
    config: config(options.changes),
    declarations: [readDeclaration("AndroidManifest.xml", manifest(...permissions))],
    ...(options.profile && { profile: options.profile }),
  });
}

function findingsIn(name: string, changes?: Partial<ConsentConfigOptions>): readonly Finding[] {
  return checkDeclarations({ config: config(changes), declarations: [fixture(name)] });
}

describe("an app that says what it does", () => {
  it.each([
    "android/AndroidManifest.xml",
    "ios/Info.plist",
    "harmony/module.json5",
    "wechat/app.json",
    "web/web-permissions.json",
  ])("has no finding in %s", (name) => {
    expect(checkDeclarations({ config: whole, declarations: [fixture(name)] })).toEqual([]);
  });
});

describe("a permission without a purpose", () => {
  it("is an error that names the permission, the place and what to do", () => {
    expect(asking(["INTERNET", "READ_CONTACTS"])[0]).toEqual({
      ruleId: "IC-4-1",
      level: "error",
      file: "AndroidManifest.xml",
      line: 3,
      column: 1,
      subject: "android.permission.READ_CONTACTS",
      message:
        "android.permission.READ_CONTACTS (contacts) yields contacts, and no purpose names one of them",
      advice:
        "Remove the permission, or define a purpose with the field. Better: the system's picker for one contact.",
    });
  });

  it("is found on every platform", () => {
    expect(brief(findingsIn("bad/AndroidManifest.xml"))).toEqual([
      "IC-4-1 error android.permission.READ_CONTACTS",
      "PG-01 note android.permission.READ_CONTACTS",
      "IC-4-1 error android.permission.CALL_PHONE",
      "GF-07 error android.permission.QUERY_ALL_PACKAGES",
      "PG-01 note android.permission.QUERY_ALL_PACKAGES",
      "MN-03 error android.permission.RECEIVE_BOOT_COMPLETED",
      "GF-10 error android.permission.READ_PHONE_NUMBERS",
      "PG-01 note android.permission.CAMERA",
      "IC-2-1 error com.stats.kit",
      "GF-03 warning com.stats.kit.StartProvider",
    ]);
    expect(brief(findingsIn("bad/Info.plist"))).toEqual([
      "IC-4-1 error NSContactsUsageDescription",
      "IC-2-3 error NSPhotoLibraryUsageDescription",
      "PG-02 note NSMindReadingUsageDescription",
      "IC-2-3 error UIBackgroundModes.location",
    ]);
    expect(brief(findingsIn("bad/module.json5"))).toEqual([
      "IC-2-3 error ohos.permission.CAMERA",
      "IC-2-3 error ohos.permission.CAMERA",
      "IC-4-1 error ohos.permission.READ_CALENDAR",
      "IC-2-3 error ohos.permission.READ_CALENDAR",
    ]);
    expect(brief(findingsIn("bad/app.json"))).toEqual([
      "IC-3-1 warning __usePrivacyCheck__",
      "IC-4-1 error scope.record",
      "IC-2-3 error scope.record",
      "IC-4-1 error wx.chooseAddress",
      "IC-2-3 error wx.getLocation",
      "IC-2-1 error wx0000000000000002",
      "IC-2-1 error wx0000000000000001",
    ]);
    expect(brief(findingsIn("bad/web-permissions.json"))).toEqual([
      "IC-4-1 error microphone",
      "IC-4-1 error navigator.contacts",
      "IC-2-1 error cdn.stats.example",
    ]);
  });

  it("is not excused by the list of necessary information", () => {
    expect(brief(asking(["READ_PHONE_NUMBERS"]))).toEqual([
      "GF-10 error android.permission.READ_PHONE_NUMBERS",
    ]);
  });

  it("is none when an optional field of a purpose needs it", () => {
    const optional = { ...nearby, required: [], optional: ["location"] as const };
    expect(asking(["ACCESS_FINE_LOCATION"], { changes: { purposes: [optional] } })).toEqual([]);
    expect(brief(asking(["ACCESS_FINE_LOCATION"], { changes: { purposes: [avatar] } }))).toEqual([
      "IC-4-1 error android.permission.ACCESS_FINE_LOCATION",
    ]);
  });

  it("is found in services that the system binds, and in all of Health Connect", () => {
    const text = `<manifest xmlns:android="http://schemas.android.com/apk/res/android">
      <uses-permission android:name="android.permission.health.READ_HEART_RATE"/>
      <application>
        <service android:name=".Reader" android:permission="android.permission.BIND_ACCESSIBILITY_SERVICE"/>
        <service android:name=".Job" android:permission="android.permission.BIND_JOB_SERVICE"/>
      </application></manifest>`;
    const declarations = [readDeclaration("AndroidManifest.xml", text)];
    expect(brief(checkDeclarations({ config: config(), declarations }))).toEqual([
      "IC-4-1 error android.permission.health.READ_HEART_RATE",
      "IC-4-1 error android.permission.BIND_ACCESSIBILITY_SERVICE",
    ]);
  });

  it.each(["INTERNET", "VIBRATE", "POST_NOTIFICATIONS"])("is none for %s, which reads nothing", (name) => {
    expect(asking([name])).toEqual([]);
  });
});

describe("a name that the catalogue does not know", () => {
  it("is a note where it is the platform's own, until a purpose is named for it", () => {
    expect(brief(asking(["READ_THOUGHTS", "INTERNET"]))).toEqual([
      "PG-02 note android.permission.READ_THOUGHTS",
    ]);
    const permissions = { "android.permission.READ_THOUGHTS": "steps" };
    expect(asking(["READ_THOUGHTS"], { changes: { permissions } })).toEqual([]);
    const harmony = `{ module: { requestPermissions: [
      { name: "ohos.permission.READ_THOUGHTS" }, { name: "ohos.permission.VIBRATE" }] } }`;
    const declarations = [readDeclaration("module.json5", harmony)];
    expect(brief(checkDeclarations({ config: config(), declarations }))).toEqual([
      "PG-02 note ohos.permission.READ_THOUGHTS",
    ]);
  });

  it("is nothing where it is another app's", () => {
    const text = manifest().replace("\n", '<uses-permission android:name="com.example.community.PUSH"/>');
    const declarations = [readDeclaration("AndroidManifest.xml", text)];
    expect(checkDeclarations({ config: config(), declarations })).toEqual([]);
  });

  it("is an error among interfaces, which are all guarded, until a purpose is named for it", () => {
    const declarations = [
      readDeclaration("web-permissions.json", '{ "interfaces": ["navigator.thoughts.read"] }'),
    ];
    expect(brief(checkDeclarations({ config: config(), declarations }))).toEqual([
      "IC-4-1 error navigator.thoughts.read",
    ]);
    const permissions = { "navigator.thoughts.read": "steps" };
    expect(checkDeclarations({ config: config({ permissions }), declarations })).toEqual([]);
  });
});

describe("interfaces of a website", () => {
  it("are guarded with all their methods", () => {
    const interfaces = [
      "navigator.geolocation.getCurrentPosition",
      "navigator.mediaDevices.getUserMedia",
      "navigator.clipboard.readText",
      "IdleDetector",
    ];
    const declarations = [readDeclaration("web-permissions.json", JSON.stringify({ interfaces }))];
    expect(brief(checkDeclarations({ config: config({ purposes: [] }), declarations }))).toEqual([
      "IC-4-1 error navigator.geolocation.getCurrentPosition",
      "IC-4-1 error navigator.mediaDevices.getUserMedia",
      "IC-4-1 error navigator.clipboard.readText",
      "IC-4-1 error IdleDetector",
    ]);
  });
});

describe("location in the background of a mini-program", () => {
  it("wants a purpose", () => {
    const text =
      '{ "pages": [], "requiredBackgroundModes": ["audio", "location"], "__usePrivacyCheck__": true }';
    const declarations = [readDeclaration("app.json", text)];
    const changes = { purposes: [avatar] };
    expect(brief(checkDeclarations({ config: config(changes), declarations }))).toEqual([
      "IC-4-1 error requiredBackgroundModes.location",
    ]);
    expect(brief(checkDeclarations({ config: config(), declarations, profile: "draft" }))).toEqual([
      "DR-02 note requiredBackgroundModes.location",
    ]);
  });
});

describe("config.permissions", () => {
  it("names the purpose of an act, and of data that one of the app's own fields stands for", () => {
    const permissions = {
      "android.permission.CALL_PHONE": "nearby",
      "android.permission.BODY_SENSORS": "steps",
      "android.permission.RECEIVE_BOOT_COMPLETED": "steps",
    };
    expect(
      asking(["CALL_PHONE", "BODY_SENSORS", "RECEIVE_BOOT_COMPLETED"], { changes: { permissions } }),
    ).toEqual([]);
  });

  it("cannot stand in for a field that the vocabulary has", () => {
    const permissions = { "android.permission.READ_CALL_LOG": "nearby" };
    const [finding] = asking(["READ_CALL_LOG"], { changes: { permissions } });
    expect(finding).toMatchObject({ ruleId: "IC-4-1", level: "error" });
    expect(finding?.message).toContain('purpose "nearby" stands behind it and names none of call-log');
  });
});

describe("profiles", () => {
  const permissions = ["CAMERA", "READ_MEDIA_IMAGES", "ACCESS_BACKGROUND_LOCATION"];

  it("give notes of good practice by default", () => {
    expect(brief(asking(permissions))).toEqual([
      "PG-01 note android.permission.CAMERA",
      "PG-01 note android.permission.READ_MEDIA_IMAGES",
    ]);
  });

  it("give the notes of the draft when it is asked for, and never more than notes", () => {
    expect(brief(asking(permissions, { profile: "draft" }))).toEqual([
      "PG-01 note android.permission.CAMERA",
      "DR-01 note android.permission.CAMERA",
      "DR-03 note android.permission.READ_MEDIA_IMAGES",
      "DR-02 note android.permission.ACCESS_BACKGROUND_LOCATION",
    ]);
  });
});

describe("the WeChat privacy switch", () => {
  const scopes = '"pages": [], "permission": { "scope.userLocation": { "desc": "附近的活动" } }';

  it.each([
    [`{ ${scopes} }`, ["IC-3-1 warning __usePrivacyCheck__"]],
    [`{ ${scopes}, "__usePrivacyCheck__": false }`, ["IC-3-1 warning __usePrivacyCheck__"]],
    [`{ ${scopes}, "__usePrivacyCheck__": true }`, []],
    ['{ "pages": [] }', []],
  ])("is wanted where something is read: %s", (text, expected) => {
    const declarations = [readDeclaration("app.json", text)];
    expect(brief(checkDeclarations({ config: config(), declarations }))).toEqual(expected);
  });
});
