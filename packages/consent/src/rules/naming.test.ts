import { describe, expect, test } from "vitest";
import { codeName, fieldNames } from "./naming.ts";

describe("codeName", () => {
  test.each([
    "sign-in",
    "IC-1",
    "android.permission.CAMERA",
    "sdk:pay-2",
    "contract-2026-01",
    "scope.userLocation",
  ])("tells the code %s", (code) => expect(codeName(code)).toBe(`"${code}"`));

  test.each([
    "110101199003071233",
    "13800138000",
    "id-13800138000",
    "张三",
    "other services",
    "",
    undefined,
    "a".repeat(65),
  ])("does not tell %j", (text) => expect(codeName(text)).toBe("(not a code)"));
});

test("fieldNames tells fields, and no value in the place of one", () => {
  expect(fieldNames(["name", "app:nickname", "13800138000"])).toBe("name, app:nickname, an unknown field");
});
