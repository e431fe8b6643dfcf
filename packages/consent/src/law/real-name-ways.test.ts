import { describe, expect, it } from "vitest";
import { isOneWay, realNameWays } from "./real-name-ways.ts";

const service = "instant-messaging";

describe("realNameWays", () => {
  it("offers all ways until one has passed, and then none", () => {
    const offered = ["phone", "id-number", "network-identity"] as const;
    expect(realNameWays({ service, offered })).toEqual({ allowed: true, ways: offered });
    expect(realNameWays({ service, offered, passed: ["network-identity"] })).toEqual({
      allowed: true,
      ways: [],
    });
  });

  it.each([
    ["NO_REALNAME_DUTY", { service: "calculator", offered: ["phone"] }],
    ["NID_ONLY", { service, offered: ["network-identity"] }],
    ["FACE_ONLY", { service, offered: ["face"] }],
    ["UNEQUAL_SERVICE", { service, offered: ["phone", "network-identity"], favoured: ["network-identity"] }],
  ] as const)("denies with %s", (code, choice) => {
    expect(realNameWays(choice)).toMatchObject({ allowed: false, code });
  });
});

describe("isOneWay", () => {
  it("knows the fields of one way from those of two", () => {
    expect(isOneWay(["name", "id-document-number"])).toBe(true);
    expect(isOneWay(["mobile-number", "id-document-number"])).toBe(false);
    expect(isOneWay(["gender"])).toBe(false);
  });
});
