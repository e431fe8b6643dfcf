import { describe, expect, it } from "vitest";
import type { ConsentConfigOptions, SdkOptions } from "../config.ts";
import type { Finding } from "../finding.ts";
import { readDeclaration } from "../read-declaration.ts";
import { config } from "../test-support/app.ts";
import { brief } from "../test-support/brief.ts";
import { checkDeclarations } from "./check.ts";

const sdk: SdkOptions = {
  id: "com.push.sdk",
  name: "Push",
  fields: ["device-identifier"],
  purposes: ["push"],
  permissions: ["android.permission.READ_PHONE_STATE"],
  recipient: "push-maker",
  assessmentDate: "2026-01-05",
};

/** Findings about one SDK of the configuration. */
function register(changes: Partial<SdkOptions>): readonly Finding[] {
  return checkDeclarations({ config: config({ sdks: [{ ...sdk, ...changes }] }), declarations: [] });
}

describe("somebody else's code", () => {
  const text = `<manifest xmlns:android="http://schemas.android.com/apk/res/android"><application>
    <service android:name="com.push.sdk.PushService"/>
    <service android:name="com.push.sdk.OtherService"/>
    <activity android:name="example.community.Main"/>
    <activity android:name="com.house.Design"/>
  </application></manifest>`;
  const declarations = [readDeclaration("AndroidManifest.xml", text)];
  const check = (changes: Partial<ConsentConfigOptions>) =>
    brief(checkDeclarations({ config: config(changes), declarations }));

  it("is named once however many classes it has, unless it is declared or the app's own", () => {
    expect(check({})).toEqual(["IC-2-1 error com.push.sdk", "IC-2-1 error com.house"]);
    expect(check({ sdks: [sdk], ownCode: ["com.house"] })).toEqual([]);
  });

  it("is not taken for declared because its name begins alike", () => {
    expect(check({ sdks: [{ ...sdk, id: "com.push.sd" }], ownCode: ["com.house"] })).toEqual([
      "IC-2-1 error com.push.sdk",
    ]);
  });

  it("is known on the web by its host and everything below", () => {
    const web = [readDeclaration("web-permissions.json", '{ "scripts": ["https://cdn.push.example/a.js"] }')];
    const on = (id: string) =>
      checkDeclarations({ config: config({ sdks: [{ ...sdk, id }] }), declarations: web });
    expect(on("push.example")).toEqual([]);
    expect(brief(on("sh.example"))).toEqual(["IC-2-1 error cdn.push.example"]);
  });
});

describe("the register of SDKs", () => {
  it("wants a day of assessment", () => {
    const { assessmentDate: _, ...unassessed } = sdk;
    const found = checkDeclarations({ config: config({ sdks: [unassessed] }), declarations: [] });
    expect(brief(found)).toEqual(["MN-04 error com.push.sdk"]);
  });

  it("wants purposes that exist and name what it takes", () => {
    expect(register({ purposes: [], fields: [] }).map(({ message }) => message)).toContain(
      "SDK com.push.sdk serves no purpose",
    );
    expect(register({ purposes: ["push", "ads"] })[0]?.message).toBe(
      'SDK com.push.sdk: there is no purpose "ads"',
    );
    expect(register({ fields: ["device-identifier", "contacts"] })[0]?.message).toBe(
      "SDK com.push.sdk takes contacts, which none of its purposes names",
    );
  });

  it("wants it named in the notices of its purposes", () => {
    expect(register({ recipient: "somebody" })[0]).toMatchObject({
      ruleId: "IC-2-1",
      message: 'the notice of purpose "push" does not name SDK com.push.sdk as a recipient',
    });
  });

  it("sees a permission that gives what the SDK says it does not take", () => {
    expect(brief(register({ permissions: ["android.permission.READ_SMS"] }))).toEqual([
      "IC-4-1 error com.push.sdk",
    ]);
  });
});
