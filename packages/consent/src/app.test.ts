import { type AppField, LISTED_FIELDS, UsageError } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { type AppOptions, type AppType, defineApp } from "./app.ts";
import { APP_TYPES, type ListedAppType } from "./generated/app-types.ts";
import { community, text } from "./test-support/community.ts";

const listed = Object.keys(APP_TYPES) as ListedAppType[];

const necessaryOf = (type: AppType): readonly string[] =>
  defineApp({ ...community, type }).necessary.map(({ field }) => field);

describe("the list of necessary personal information", () => {
  it("has the 39 types of Article 5, each under its own number", () => {
    const clauses = listed.map((type) => APP_TYPES[type].clause);

    expect(clauses).toEqual(listed.map((_, index) => `国信办秘字〔2021〕14号 5(${index + 1})`));
    expect(listed).toHaveLength(39);
  });

  it("lets 13 types do without any personal information: 21 and 27 to 38", () => {
    const numbers = listed.flatMap((type, index) => (necessaryOf(type).length === 0 ? [index + 1] : []));

    expect(numbers).toEqual([21, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38]);
  });

  it("has nothing for a type that is not listed", () => {
    expect(necessaryOf("other")).toEqual([]);
  });

  it("names only fields that exist", () => {
    const fields = new Set(listed.flatMap((type) => necessaryOf(type)));

    expect([...fields].filter((field) => !(LISTED_FIELDS as readonly string[]).includes(field))).toEqual([]);
  });

  it.each<[AppType, string]>([
    ["instant-messaging", "contacts"],
    ["hotel-service", "id-document-number"],
    ["food-delivery", "trajectory"],
    ["online-lending", "contacts"],
    ["news", "mobile-number"],
    ["utilities", "location"],
  ])("does not give %s what is often taken there: %s", (type, field) => {
    expect(necessaryOf(type)).not.toContain(field);
  });

  it("tells a community that it may need the mobile number", () => {
    expect(necessaryOf("online-community")).toEqual(["mobile-number"]);
  });
});

describe("defineApp", () => {
  it.each([
    ["an unknown type", { type: "crypto-exchange" }, "app.type"],
    ["a type that every object inherits", { type: "constructor" }, "app.type"],
    ["an empty id", { id: "" }, "app.id"],
    ["an id with a slash", { id: "example/community" }, "app.id"],
    ["an id that starts with a dot", { id: ".community" }, "app.id"],
    ["an id of 129 characters", { id: "a".repeat(129) }, "app.id"],
    ["an own field without the prefix", { fields: { nickname: {} } }, "app.fields"],
    ["a known field given another label", { fields: { "mobile-number": {} } }, "app.fields"],
    ["an own field without a name", { fields: { "app:": {} } }, "app.fields"],
    ["an own field in capitals", { fields: { "app:NickName": {} } }, "app.fields"],
  ])("refuses %s", (_what, change, path) => {
    // The compiler refuses most of these too; plain JavaScript does not.
    const wrong = { ...community, ...change } as AppOptions;

    expect(() => defineApp(wrong)).toThrow(UsageError);
    expect(() => defineApp(wrong)).toThrow(expect.objectContaining({ code: "INVALID_OPTION", path }));
  });

  it("takes the longest id", () => {
    expect(defineApp({ ...community, id: "a".repeat(128) }).id).toHaveLength(128);
  });

  it("labels known fields, and the app's own as it says", () => {
    const fields: AppOptions["fields"] = {
      "app:nickname": { ...text("Nickname", "昵称"), sensitive: false },
    };
    const app = defineApp({ ...community, fields });

    expect(app.label("face-image")).toMatchObject({ en: "Face image", zh: "人脸图像", sensitive: true });
    expect(app.label("app:nickname")).toMatchObject({ en: "Nickname", zh: "昵称", sensitive: false });
  });

  it.each<AppField>(["app:nickname", "app:constructor"])(
    "has no label for an own field that was not named: %s",
    (field) => {
      expect(() => community.label(field)).toThrow(expect.objectContaining({ path: "app.fields" }));
    },
  );

  it.each([{}, { en: "Nickname", zh: "" }, { en: "Nickname", zh: "昵称" }])(
    "takes no label that a notice could not show: %j",
    (label) => {
      // Callers without types pass anything.
      const fields = { "app:nickname": label } as unknown as NonNullable<AppOptions["fields"]>;

      expect(() => defineApp({ ...community, fields })).toThrow(UsageError);
    },
  );
});
