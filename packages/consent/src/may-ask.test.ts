import { describe, expect, it } from "vitest";
import { defineApp } from "./app.ts";
import { definePurpose } from "./purpose.ts";
import { community, register, SUBJECT } from "./test-support/community.ts";
import { decide, service } from "./test-support/services.ts";
import { MINUTE } from "./test-support/times.ts";

const HOUR = 60 * MINUTE;
const TOO_SOON = { allowed: false, reason: "REASK_TOO_SOON", ruleId: "CR-21" };

describe("asking again", () => {
  it("is open to who was never asked", async () => {
    expect(await service().consent.mayAsk(register, SUBJECT)).toEqual({ allowed: true });
  });

  it("waits 48 hours after a refusal, unless the user starts the function (NDSR 22(5))", async () => {
    const { consent, clock } = service();
    await decide(consent, register, { decision: "refused" });

    expect(await consent.mayAsk(register, SUBJECT)).toEqual({
      ...TOO_SOON,
      notBefore: "2026-11-24T04:00:00.000Z",
    });
    expect(await consent.mayAsk(register, SUBJECT, { startedBy: "user" })).toEqual({ allowed: true });
    clock.advance(48 * HOUR - 1);
    expect(await consent.mayAsk(register, SUBJECT)).toMatchObject(TOO_SOON);
    clock.advance(1);
    expect(await consent.mayAsk(register, SUBJECT)).toEqual({ allowed: true });
  });

  it("waits just so after a withdrawal", async () => {
    const { consent } = service();
    const { id } = await decide(consent, register);
    await consent.withdraw(id);

    expect(await consent.mayAsk(register, SUBJECT)).toMatchObject(TOO_SOON);
  });

  it("is for the user alone to start under the cautious profile", async () => {
    const { consent, clock } = service({ app: defineApp({ ...community, profile: "cautious" }) });
    await decide(consent, register, { decision: "refused" });
    clock.advance(100 * HOUR);

    expect(await consent.mayAsk(register, SUBJECT)).toEqual(TOO_SOON);
    expect(await consent.mayAsk(register, SUBJECT, { startedBy: "user" })).toEqual({ allowed: true });
  });

  it("has no point while the person agrees, and has one again when the purpose has changed", async () => {
    const { consent } = service();
    await decide(consent, register);

    expect(await consent.mayAsk(register, SUBJECT)).toEqual({ allowed: false, reason: "ALREADY_GIVEN" });
    expect(await consent.mayAsk(definePurpose({ ...register, version: 2 }), SUBJECT)).toEqual({
      allowed: true,
    });
  });
});
