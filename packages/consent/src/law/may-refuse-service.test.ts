import { describe, expect, it } from "vitest";
import { mayRefuseService } from "./may-refuse-service.ts";

describe("mayRefuseService", () => {
  it("says yes where the function cannot do without what was kept back", () => {
    const refused = ["bank-card-number", "gender"] as const;
    expect(mayRefuseService({ refused, necessary: ["bank-card-number"] })).toEqual({
      allowed: true,
      ruleId: "CR-19",
    });
  });

  it("says no for what it can do without, and for nothing at all", () => {
    expect(mayRefuseService({ refused: ["mobile-number"], necessary: [] })).toMatchObject({
      code: "REFUSAL_NOT_ALLOWED",
      ruleId: "CR-19",
      fields: ["mobile-number"],
    });
    expect(mayRefuseService({ refused: [], necessary: ["mobile-number"] }).allowed).toBe(false);
  });

  it("says no for a listed function while a way is left, or may be", () => {
    const realName = { refused: ["name"], necessary: [], realNameService: "instant-messaging" } as const;
    expect(mayRefuseService({ ...realName, waysLeft: ["phone"] })).toMatchObject({ ruleId: "RN-12" });
    expect(mayRefuseService(realName).allowed).toBe(false);
    expect(mayRefuseService({ ...realName, waysLeft: [] }).allowed).toBe(true);
  });
});
