import { fakeClock } from "@shiming/contract-tests";
import { ConsentError, type ConsentGrant, UsageError } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { definePurpose } from "./purpose.ts";
import type { Recipient } from "./recipient.ts";
import { plainParts, register, SUBJECT, text } from "./test-support/community.ts";
import { LOG } from "./test-support/ledger.ts";
import { decide, type Service, service, STORES } from "./test-support/services.ts";
import { MINUTE } from "./test-support/times.ts";

const use = { fields: ["mobile-number"], recipient: "acme" } as const;

/** A person who agreed to what is required, and a grant of theirs. */
async function granted(options: Parameters<typeof service>[0] = {}): Promise<Service & Granted> {
  const made = service(options);
  const record = await decide(made.consent, register);
  return { ...made, recordId: record.id, grant: await made.consent.grant(register, SUBJECT) };
}

interface Granted {
  readonly recordId: string;
  readonly grant: ConsentGrant<"mobile-number">;
}

const newcomer: Recipient = {
  id: "newcomer",
  name: text("Newcomer", "新接收方"),
  contact: "privacy@newcomer.example",
  role: "processor",
};

describe.each(STORES)("a grant, from decisions in $name", ({ open }) => {
  const clock = fakeClock();
  const fresh = () => service({ clock, store: open(clock) });

  it("names its purpose and its end, and nothing of the person", async () => {
    const { consent } = fresh();
    await decide(consent, register);
    const grant = await consent.grant(register, SUBJECT);

    expect(grant).toEqual({
      id: expect.any(String) as string,
      purposeId: "register",
      expiresAt: clock.now() + 5 * MINUTE,
    });
    expect(JSON.stringify(grant)).not.toContain(SUBJECT);
  });

  it("is not made for a person who was never asked", async () => {
    const { consent } = fresh();
    await decide(consent, register, { subject: "somebody-else" });

    await expect(consent.grant(register, SUBJECT)).rejects.toMatchObject({
      code: "CONSENT_REQUIRED",
      fields: ["mobile-number"],
      purposeId: "register",
    });
  });

  it("is not made for a person who was asked for another purpose", async () => {
    const { consent } = fresh();
    await decide(consent, definePurpose({ ...register, id: "other" }));

    await expect(consent.grant(register, SUBJECT)).rejects.toMatchObject({ code: "CONSENT_REQUIRED" });
  });

  it("is not made after a refusal", async () => {
    const { consent } = fresh();
    await decide(consent, register);
    await decide(consent, register, { decision: "refused" });

    await expect(consent.grant(register, SUBJECT)).rejects.toMatchObject({
      code: "CONSENT_REQUIRED",
      fields: ["mobile-number"],
      purposeId: "register",
    });
  });

  it("is not made after a refusal of a purpose that insists on nothing", async () => {
    const { consent } = fresh();
    const friends = definePurpose({ ...register, id: "find-friends", required: [], optional: ["contacts"] });
    await decide(consent, friends, { decision: "refused" });

    await expect(consent.grant(friends, SUBJECT)).rejects.toMatchObject({
      code: "CONSENT_REQUIRED",
      message: "the person refused this purpose",
    });
  });

  it("is not made after a withdrawal", async () => {
    const { consent } = fresh();
    const { id } = await decide(consent, register);
    await consent.withdraw(id);

    await expect(consent.grant(register, SUBJECT)).rejects.toMatchObject({
      code: "CONSENT_WITHDRAWN",
      fields: ["mobile-number"],
      purposeId: "register",
    });
  });

  it.each([
    ["the number", { version: 2 }],
    ["the basis", { basis: { article: "13.3", legalRef: "网络安全法 26" } }],
    ["a field", { required: ["mobile-number", "contacts"], optional: [], function: "extended" }],
    ["a recipient", { recipients: [newcomer] }],
  ] as const)("is not made once %s of the purpose has changed (PIPL 14)", async (_part, change) => {
    const { consent } = fresh();
    await decide(consent, register);
    const today = definePurpose({ ...register, ...change });

    await expect(consent.grant(today, SUBJECT)).rejects.toMatchObject({
      code: "CONSENT_EXPIRED",
      purposeId: "register",
    });
  });

  it("covers the optional fields that were chosen", async () => {
    const { consent } = fresh();
    await decide(consent, register, { optional: ["gender"] });
    const grant = await consent.grant(register, SUBJECT, { optional: ["gender"] });
    const wider = { ...use, fields: ["mobile-number", "gender"] as const };

    expect(await consent.authorize(grant, wider)).toMatchObject({ purposeId: "register" });
  });

  it("covers no optional field that it was not asked for, also where the person granted it", async () => {
    const { consent } = fresh();
    await decide(consent, register, { optional: ["gender", "contacts"] });
    const grant = await consent.grant(register, SUBJECT, { optional: ["gender"] });

    expect(await consent.authorize(grant, { ...use, fields: ["mobile-number", "gender"] })).toBeDefined();
    await expect(
      consent.authorize(grant, { ...use, fields: ["mobile-number", "contacts"] }),
    ).rejects.toMatchObject({ code: "CONSENT_REQUIRED", fields: ["contacts"], purposeId: "register" });
  });

  it("is not made for an optional field that was left out, and says which", async () => {
    const { consent } = fresh();
    await decide(consent, register, { optional: ["gender"] });

    await expect(
      consent.grant(register, SUBJECT, { optional: ["gender", "contacts"] }),
    ).rejects.toMatchObject({ code: "CONSENT_REQUIRED", fields: ["contacts"], purposeId: "register" });
  });

  it("is told from another by its id", async () => {
    const { consent } = fresh();
    await decide(consent, register);

    expect((await consent.grant(register, SUBJECT)).id).not.toBe((await consent.grant(register, SUBJECT)).id);
  });
});

describe("the necessity of a field", () => {
  const greedy = { ...plainParts, id: "greedy", required: ["mobile-number", "name"] } as const;

  it("is looked at before anybody is asked, recorded or granted", async () => {
    const { consent, store } = service();
    const purpose = definePurpose(greedy);
    const refusal = { code: "FIELD_NOT_NECESSARY", fields: ["name"], purposeId: "greedy" };
    const notice = { locale: "zh", hash: "x" } as const;

    await expect(
      consent.record({ purpose, subject: SUBJECT, notice, decision: "given" }),
    ).rejects.toMatchObject(refusal);
    await expect(consent.grant(purpose, SUBJECT)).rejects.toMatchObject(refusal);
    expect(await store.read(LOG)).toEqual([]);
  });

  it.each([
    ["a law that asks for it", { basis: { article: "13.3", legalRef: "网络安全法 26" } }],
    ["a function that one may leave alone", { function: "extended" }],
  ] as const)("is met by %s", async (_why, change) => {
    const { consent } = service();
    const purpose = definePurpose({ ...greedy, ...change });
    await decide(consent, purpose);

    expect((await consent.grant(purpose, SUBJECT)).purposeId).toBe("greedy");
  });

  it("does not replace the act: without a record there is no grant, on whichever basis", async () => {
    const { consent } = service();
    const lawful = definePurpose({ ...greedy, basis: { article: "13.3", legalRef: "网络安全法 26" } });

    await expect(consent.grant(lawful, SUBJECT)).rejects.toMatchObject({ code: "CONSENT_REQUIRED" });
  });
});

describe("the lifetime of a grant", () => {
  it.each([0, -1, 15 * MINUTE + 1, Number.NaN, Number.POSITIVE_INFINITY])(
    "is not %d milliseconds",
    async (lifetimeMs) => {
      const { consent } = service();
      await decide(consent, register);
      const granting = consent.grant(register, SUBJECT, { lifetimeMs });

      await expect(granting).rejects.toBeInstanceOf(UsageError);
      await expect(granting).rejects.toMatchObject({ code: "INVALID_OPTION", path: "grant.lifetimeMs" });
    },
  );

  it("is up to 15 minutes, and it ends on the millisecond", async () => {
    const { consent, clock } = service();
    await decide(consent, register);
    const grant = await consent.grant(register, SUBJECT, { lifetimeMs: 15 * MINUTE });
    clock.advance(15 * MINUTE - 1);

    expect(await consent.authorize(grant, use)).toMatchObject({ purposeId: "register" });

    clock.advance(1);

    await expect(consent.authorize(grant, use)).rejects.toMatchObject({
      code: "CONSENT_EXPIRED",
      fields: ["mobile-number"],
    });
  });
});

describe.each(STORES)("the guard, with records in $name", ({ open }) => {
  const clock = fakeClock();
  const fresh = () => granted({ clock, store: open(clock) });

  it("lets a grant pass and tells on what it stands, without the person in the clear", async () => {
    const { consent, grant, recordId } = await fresh();
    const facts = await consent.authorize(grant, use);

    expect(facts).toEqual({
      grantId: grant.id,
      purposeId: "register",
      subject: expect.stringMatching(/^[\w-]{43}$/) as string,
      recordId,
      recordHash: expect.stringMatching(/^[\w-]{43}$/) as string,
    });
  });

  it.each<[string, (grant: object) => unknown]>([
    ["a copy", (grant) => ({ ...grant })],
    ["a structured clone", (grant) => structuredClone(grant)],
    ["what came back from JSON", (grant) => JSON.parse(JSON.stringify(grant)) as unknown],
    ["an object with the grant as prototype", (grant) => Object.create(grant) as unknown],
    ["a proxy of it", (grant) => new Proxy(grant, {})],
    ["its id", (grant) => ("id" in grant ? grant.id : "")],
    ["nothing", () => undefined],
    ["null", () => null],
    ["an object written by hand", () => ({ id: "1", purposeId: "register", expiresAt: Infinity })],
  ])("does not take %s for a grant", async (_what, forge) => {
    const { consent, grant } = await fresh();
    const asking = consent.authorize(forge(grant), use);

    await expect(asking).rejects.toBeInstanceOf(ConsentError);
    await expect(asking).rejects.toMatchObject({ code: "CONSENT_REQUIRED", fields: ["mobile-number"] });
  });

  it("does not take the grant of another service, even over the same store and keys", async () => {
    const store = open(clock);
    const mine = await granted({ clock, store });
    const theirs = service({ clock, store });

    await expect(theirs.consent.authorize(mine.grant, use)).rejects.toMatchObject({
      code: "CONSENT_REQUIRED",
    });
  });

  it("does not let a grant be changed into a longer one", async () => {
    const { grant } = await fresh();

    expect(() => Object.assign(grant, { expiresAt: Infinity })).toThrow(TypeError);
  });

  it("does not hand out what would let a caller widen a grant", async () => {
    const { consent, grant } = await fresh();
    const facts = await consent.authorize(grant, use);

    expect(() => Object.assign(facts, { recordId: "other" })).toThrow(TypeError);
    expect(Object.values(facts).every((fact) => typeof fact === "string")).toBe(true);
  });

  it("names the fields that the grant does not cover", async () => {
    const { consent, grant } = await fresh();

    await expect(
      consent.authorize(grant, { ...use, fields: ["mobile-number", "contacts", "face-image"] }),
    ).rejects.toMatchObject({
      code: "CONSENT_REQUIRED",
      fields: ["contacts", "face-image"],
      purposeId: "register",
    });
  });

  it("sends nothing to a recipient that the notice did not name (PIPL 17, 23)", async () => {
    const { consent, grant } = await fresh();

    await expect(consent.authorize(grant, { ...use, recipient: "other" })).rejects.toMatchObject({
      code: "CONSENT_REQUIRED",
      fields: ["mobile-number"],
      purposeId: "register",
    });
  });

  it("stops a grant at once when the person withdraws", async () => {
    const { consent, grant, recordId } = await fresh();
    await consent.withdraw(recordId);

    await expect(consent.authorize(grant, use)).rejects.toMatchObject({
      code: "CONSENT_WITHDRAWN",
      purposeId: "register",
    });
  });

  it("stops it also when they withdraw through another service on the same store", async () => {
    const store = open(clock);
    const { consent, grant, recordId } = await granted({ clock, store });
    await service({ clock, store }).consent.withdraw(recordId);

    await expect(consent.authorize(grant, use)).rejects.toMatchObject({ code: "CONSENT_WITHDRAWN" });
  });

  it("stops it when they have refused since", async () => {
    const { consent, grant } = await fresh();
    await decide(consent, register, { decision: "refused" });

    await expect(consent.authorize(grant, use)).rejects.toMatchObject({ code: "CONSENT_WITHDRAWN" });
  });

  it("asks for a new grant when they have agreed anew, since they may have chosen less", async () => {
    const { consent, grant } = await fresh();
    await decide(consent, register);

    await expect(consent.authorize(grant, use)).rejects.toMatchObject({
      code: "CONSENT_EXPIRED",
      purposeId: "register",
    });
    const renewed = await consent.grant(register, SUBJECT);

    expect(await consent.authorize(renewed, use)).toMatchObject({ purposeId: "register" });
  });

  it("leaves other people's grants alone", async () => {
    const { consent, grant } = await fresh();
    const other = await decide(consent, register, { subject: "account-other" });
    await consent.withdraw(other.id);

    expect(await consent.authorize(grant, use)).toMatchObject({ purposeId: "register" });
  });
});
