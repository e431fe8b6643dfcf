import { describe, expect, it } from "vitest";
import { readDeclaration } from "../read-declaration.ts";
import { fixture } from "../test-support/fixture.ts";

const manifest = (inside: string): string =>
  `<manifest xmlns:android="http://schemas.android.com/apk/res/android">${inside}</manifest>`;

const plist = (inside: string): string => `<plist version="1.0"><dict>${inside}</dict></plist>`;

describe("AndroidManifest.xml", () => {
  it("gives permissions with the line and column of their element", () => {
    const { platform, file, permissions } = fixture("android/AndroidManifest.xml");
    expect({ platform, file }).toEqual({ platform: "android", file: "AndroidManifest.xml" });
    expect(permissions).toEqual([
      { name: "android.permission.INTERNET", line: 6, column: 5 },
      { name: "android.permission.ACCESS_COARSE_LOCATION", line: 7, column: 5 },
      { name: "android.permission.ACTIVITY_RECOGNITION", line: 8, column: 5 },
    ]);
  });

  it("gives the components of others, and leaves out the app's own and the platform's", () => {
    expect(fixture("android/AndroidManifest.xml").sdks).toEqual([
      { name: "com.push.sdk.PushService", line: 16, column: 9, startsItself: false },
    ]);
  });

  it("tells a provider, and what the start-up provider runs, as starting by itself", () => {
    const text = manifest(`<application>
      <provider android:name="com.stats.kit.StartProvider"/>
      <provider android:name="androidx.startup.InitializationProvider">
        <meta-data android:name="com.maps.Initializer" android:value="androidx.startup"/>
      </provider></application>`);
    expect(readDeclaration("AndroidManifest.xml", text).sdks).toMatchObject([
      { name: "com.stats.kit.StartProvider", line: 2, startsItself: true },
      { name: "com.maps.Initializer", line: 4, startsItself: true },
    ]);
  });

  it("goes by the namespace and not by its prefix", () => {
    const text = `<manifest xmlns:a="http://schemas.android.com/apk/res/android"><uses-permission a:name="x.Y"/></manifest>`;
    expect(readDeclaration("AndroidManifest.xml", text).permissions).toMatchObject([{ name: "x.Y" }]);
  });

  it("counts lines the same with Windows line ends", () => {
    const text = manifest(`\r\n\r\n<uses-permission\r\n android:name="x.Y"/>`);
    expect(readDeclaration("AndroidManifest.xml", text).permissions).toEqual([
      { name: "x.Y", line: 3, column: 1 },
    ]);
  });

  it("keeps what is taken out of one library only", () => {
    const text = `<manifest xmlns:android="http://schemas.android.com/apk/res/android"
      xmlns:tools="http://schemas.android.com/tools">
      <uses-permission android:name="x.One" tools:node="remove" tools:selector="com.push.sdk"/>
      <uses-permission android:name="x.Two" tools:node="remove"/></manifest>`;
    expect(readDeclaration("AndroidManifest.xml", text).permissions).toMatchObject([{ name: "x.One" }]);
  });

  it("takes the placeholder of the application id for the app's own, and reads aliases", () => {
    const text = manifest(`<application>
      <activity android:name="\${applicationId}.wxapi.EntryActivity"/>
      <activity-alias android:name="\${applicationId}.Alias" android:targetActivity=".Main"/>
      <activity-alias android:name="com.maps.Alias" android:targetActivity=".Main"/></application>`);
    expect(readDeclaration("AndroidManifest.xml", text).sdks).toMatchObject([
      { name: "com.maps.Alias", line: 4, startsItself: false },
    ]);
  });

  it("gives what services that the system binds are for", () => {
    const text = manifest(`<application>
      <service android:name=".A" android:permission="android.permission.BIND_NOTIFICATION_LISTENER_SERVICE"/>
      <service android:name=".B" android:permission="com.example.OWN"/></application>`);
    expect(readDeclaration("AndroidManifest.xml", text).permissions).toEqual([
      { name: "android.permission.BIND_NOTIFICATION_LISTENER_SERVICE", line: 2, column: 7 },
    ]);
  });

  it("names file, line and rule when a permission has no name", () => {
    const text = manifest("\n<uses-permission/>");
    expect(() => readDeclaration("app/AndroidManifest.xml", text)).toThrow(
      "app/AndroidManifest.xml:2: <uses-permission> must have android:name",
    );
  });
});

describe("Info.plist", () => {
  it("gives usage keys and their texts", () => {
    const { permissions, texts } = fixture("ios/Info.plist");
    expect(permissions.map(({ name, line }) => [name, line])).toEqual([
      ["NSCameraUsageDescription", 7],
      ["NSLocationWhenInUseUsageDescription", 9],
    ]);
    expect(texts[0]?.text).toBe("Take a picture for your profile.");
  });

  it("tells an empty usage string, and background location that nothing explains", () => {
    expect(fixture("bad/Info.plist").permissions).toMatchObject([
      { name: "NSContactsUsageDescription" },
      { name: "NSPhotoLibraryUsageDescription", missing: ["the usage string"] },
      { name: "NSMindReadingUsageDescription" },
      { name: "UIBackgroundModes.location", missing: ["NSLocationAlwaysAndWhenInUseUsageDescription"] },
    ]);
  });

  it("gives the texts of asking for the exact location once, and tells a missing one", () => {
    const key = "NSLocationTemporaryUsageDescriptionDictionary";
    const asking = (inside: string) => readDeclaration("Info.plist", plist(`<key>${key}</key>${inside}`));
    const told = asking("<dict><key>Navigate</key><string>To find the way.</string></dict>");
    expect(told.permissions).toEqual([{ name: key, line: 1, column: 28 }]);
    expect(told.texts).toMatchObject([{ name: key, text: "To find the way." }]);
    for (const inside of ["<dict/>", "<dict><key>Navigate</key><string> </string></dict>"]) {
      expect(asking(inside).permissions).toMatchObject([{ missing: ["the usage string of each occasion"] }]);
    }
    expect(() => asking("<string>No.</string>")).toThrow(`${key} must be a <dict>`);
  });

  it("refuses a binary property list and says how to convert it", () => {
    const bytes = new TextEncoder().encode("bplist00\u0000\u0001");
    expect(() => readDeclaration("Info.plist", bytes)).toThrow(/Info\.plist: .*plutil -convert xml1/);
    expect(() => readDeclaration("Info.plist", "bplist00")).toThrow(/binary property list/);
  });

  it.each([
    ["<key>a</key>", "keys and values in turn"],
    ["<key>a</key><key>b</key>", "keys and values in turn"],
    ["<string>a</string><key>b</key>", "keys and values in turn"],
    ["<key>NSCameraUsageDescription</key><true/>", "must be a <string>"],
  ])("refuses a dictionary of %s", (inside, rule) => {
    expect(() => readDeclaration("Info.plist", plist(inside))).toThrow(rule);
  });
});

describe("module.json5", () => {
  it("gives permissions, and what the platform wants for each", () => {
    expect(fixture("harmony/module.json5").permissions).toEqual([
      { name: "ohos.permission.INTERNET", line: 7, column: 7 },
      { name: "ohos.permission.APPROXIMATELY_LOCATION", line: 8, column: 7 },
    ]);
    expect(fixture("harmony/module.json5").texts).toMatchObject([{ text: "$string:location_reason" }]);
  });

  it("wants reason and scene of what the person is asked for, and no part of the scene", () => {
    const text = `{ module: { requestPermissions: [
      { name: "ohos.permission.CAMERA", reason: "$string:camera", usedScene: {} },
      { name: "ohos.permission.GET_WIFI_INFO" } ] } }`;
    expect(readDeclaration("module.json5", text).permissions).toEqual([
      { name: "ohos.permission.CAMERA", line: 2, column: 7 },
      { name: "ohos.permission.GET_WIFI_INFO", line: 3, column: 7 },
    ]);
  });

  it("tells a missing reason and a missing scene", () => {
    expect(fixture("bad/module.json5").permissions).toMatchObject([
      { missing: ["reason", "usedScene"] },
      { missing: ["usedScene"] },
    ]);
  });
});

describe("app.json", () => {
  it("gives scopes, private interfaces and the privacy switch", () => {
    const { permissions, switches } = fixture("wechat/app.json");
    expect(permissions).toEqual([
      { name: "scope.userLocation", line: 4, column: 5 },
      { name: "wx.getLocation", line: 6, column: 28 },
    ]);
    expect(switches).toEqual([{ name: "__usePrivacyCheck__", on: true, line: 7, column: 3 }]);
  });

  it("tells a scope without its text, also where an interface needs it", () => {
    expect(fixture("bad/app.json").permissions).toMatchObject([
      { name: "scope.record", missing: ["desc"] },
      { name: "wx.chooseAddress" },
      { name: "wx.getLocation", missing: ['permission["scope.userLocation"].desc'] },
    ]);
  });

  it.each(['{ "expo": { "name": "app" } }', "{}"])("refuses that of something else: %s", (text) => {
    expect(() => readDeclaration("app.json", text)).toThrow(
      'app.json: must be the app.json of a WeChat mini-program, which has a list "pages"',
    );
  });

  it("gives location in the background", () => {
    const text = '{ "pages": [], "requiredBackgroundModes": ["audio", "location"] }';
    expect(readDeclaration("app.json", text).permissions).toEqual([
      { name: "requiredBackgroundModes.location", line: 1, column: 53 },
    ]);
  });

  it("gives the plugins of the app and of its packages", () => {
    expect(fixture("bad/app.json").sdks).toMatchObject([
      { name: "wx0000000000000002", line: 8 },
      { name: "wx0000000000000001", line: 11 },
    ]);
  });
});

describe("web-permissions.json", () => {
  it("gives the features that somebody may use", () => {
    expect(fixture("web/web-permissions.json").permissions.map(({ name }) => name)).toEqual([
      "geolocation",
      "camera",
      "fullscreen",
    ]);
  });

  it.each([
    ['geolocation=("https://a.example,b" self), camera=()', ["geolocation"]],
    ['geolocation="https://a.example", usb=*', ["geolocation", "usb"]],
    ['camera=(self);report-to="a,b" , microphone=(), usb=self,', ["camera", "usb"]],
    ['camera=("a\\",) b" self),hid=*', ["camera", "hid"]],
    ["camera=*, , usb=* , ", ["camera", "usb"]],
    ["", []],
  ])("reads the policy %s", (permissionsPolicy, names) => {
    const text = JSON.stringify({ permissionsPolicy });
    const { permissions } = readDeclaration("web-permissions.json", text);
    expect(permissions.map(({ name }) => name)).toEqual(names);
  });

  it("reads a long policy that is none in no time", () => {
    const text = JSON.stringify({ permissionsPolicy: `camera=(${'"a" '.repeat(100_000)}` });
    expect(() => readDeclaration("web-permissions.json", text)).toThrow(
      "must be a Permissions-Policy header",
    );
  });

  it("gives interfaces, and scripts by their host", () => {
    const { permissions, sdks } = fixture("bad/web-permissions.json");
    expect(permissions).toMatchObject([{ name: "microphone" }, { name: "navigator.contacts", line: 3 }]);
    expect(sdks).toMatchObject([{ name: "cdn.stats.example", line: 4, startsItself: false }]);
  });

  it.each([
    ['{ "permissionPolicy": "" }', "may have only permissionsPolicy, interfaces, scripts"],
    ['{ "permissionsPolicy": "camera" }', "must be a Permissions-Policy header"],
    ['{ "permissionsPolicy": ["camera=()"] }', '"permissionsPolicy" must be a string'],
    ['{ "scripts": ["kit.js"] }', "must be an http(s) URL"],
    ['{ "scripts": ["javascript:alert(1)"] }', "must be an http(s) URL"],
  ])("refuses %s", (text, rule) => {
    expect(() => readDeclaration("web-permissions.json", text)).toThrow(rule);
  });
});
