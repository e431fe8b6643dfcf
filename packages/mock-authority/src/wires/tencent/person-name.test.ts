import { describe, expect, it } from "vitest";
import { isPersonName } from "./person-name.ts";

describe("isPersonName", () => {
  it.each(["某一一", "某一", "阿卜杜·买买提", "㐀龥", "𠮷田"])("accepts %s", (name) => {
    expect(isPersonName(name)).toBe(true);
  });

  it.each(["某", "", "Nobody", "某 一", "·某一", "某·", "某··一", "某.一", "某".repeat(26)])(
    "refuses %j",
    (name) => {
      expect(isPersonName(name)).toBe(false);
    },
  );
});
