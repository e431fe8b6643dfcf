import { inspect } from "node:util";
import { ConsentError } from "@shiming/contract";
import { describe, expect, it } from "vitest";
import { definePurpose } from "./purpose.ts";
import { register, SUBJECT } from "./test-support/community.ts";
import { decide, service } from "./test-support/services.ts";

const PHONE = "16400000001";
const form = { "mobile-number": PHONE, contacts: "a list", location: "somewhere" };

describe("a sealed form", () => {
  it("opens a field for a grant that covers it", async () => {
    const { consent } = service();
    await decide(consent, register);
    const sealed = consent.seal(register, SUBJECT, form);

    expect(await sealed.open("mobile-number", await consent.grant(register, SUBJECT))).toBe(PHONE);
  });

  it("leaves out at once what the purpose does not name, and says so", () => {
    const { consent } = service();
    const sealed = consent.seal(register, SUBJECT, form);

    expect(sealed.fields).toEqual(["mobile-number", "contacts"]);
    expect(sealed.blocked).toEqual([{ field: "location", reason: "not-in-purpose" }]);
  });

  it("shows no value: not in text, JSON, inspection or its own properties", () => {
    const { consent } = service();
    const sealed = consent.seal(register, SUBJECT, form);
    const shown = [
      String(sealed),
      JSON.stringify({ sealed }),
      inspect(sealed, { depth: 9, showHidden: true }),
    ];

    expect(shown.join(" ")).not.toContain(PHONE);
    expect(JSON.stringify(Object.values(sealed))).not.toContain(PHONE);
  });

  it("does not open a field that the grant does not cover, whatever its type says", async () => {
    const { consent } = service();
    await decide(consent, register, { optional: ["gender"] });
    const sealed = consent.seal(register, SUBJECT, form);
    const grant = await consent.grant(register, SUBJECT);

    // @ts-expect-error the grant does not carry the optional field
    await expect(sealed.open("contacts", grant)).rejects.toThrow(
      expect.objectContaining({ code: "CONSENT_REQUIRED", fields: ["contacts"] }),
    );
  });

  it("opens no more after a withdrawal, though the data are on their way", async () => {
    const { consent } = service();
    const record = await decide(consent, register);
    const sealed = consent.seal(register, SUBJECT, form);
    const grant = await consent.grant(register, SUBJECT);
    await consent.withdraw(record.id);

    await expect(sealed.open("mobile-number", grant)).rejects.toThrow(
      expect.objectContaining({ code: "CONSENT_WITHDRAWN" }),
    );
  });

  it("does not open for the grant of another purpose, nor for somebody the purpose does not name", async () => {
    const { consent } = service();
    const other = definePurpose({ ...register, id: "other" });
    await decide(consent, register);
    await decide(consent, other);
    const sealed = consent.seal(register, SUBJECT, form);

    await expect(sealed.open("mobile-number", await consent.grant(other, SUBJECT))).rejects.toThrow(
      ConsentError,
    );
    const grant = await consent.grant(register, SUBJECT);
    await expect(sealed.open("mobile-number", grant, { recipient: "stranger" })).rejects.toThrow(
      ConsentError,
    );
    expect(await sealed.open("mobile-number", grant, { recipient: "acme" })).toBe(PHONE);
  });

  it("does not open for the grant of another person", async () => {
    const { consent } = service();
    await decide(consent, register);
    await decide(consent, register, { subject: "account-2" });
    const sealed = consent.seal(register, SUBJECT, form);

    await expect(sealed.open("mobile-number", await consent.grant(register, "account-2"))).rejects.toThrow(
      expect.objectContaining({ code: "CONSENT_REQUIRED" }),
    );
  });

  it("gives nothing for a field that the form did not have", async () => {
    const { consent } = service();
    await decide(consent, register);

    expect(
      await consent.seal(register, SUBJECT, {}).open("mobile-number", await consent.grant(register, SUBJECT)),
    ).toBeUndefined();
  });
});
