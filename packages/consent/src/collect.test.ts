import { fakeClock } from "@shiming/contract-tests";
import { type ConsentGrant, KNOWN_FIELDS } from "@shiming/contract";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { definePurpose } from "./purpose.ts";
import { register, SUBJECT } from "./test-support/community.ts";
import { decide, type Service, service, STORES } from "./test-support/services.ts";
import { MINUTE } from "./test-support/times.ts";

const form = { "mobile-number": "16400000001", gender: "F", contacts: ["…"] };

/** A person who also gave their gender and left out their contacts. */
async function granted(options: Parameters<typeof service>[0] = {}): Promise<Service & Granted> {
  const made = service(options);
  const record = await decide(made.consent, register, { optional: ["gender"] });
  return { ...made, recordId: record.id, grant: await made.consent.grant(register, SUBJECT) };
}

interface Granted {
  readonly recordId: string;
  readonly grant: ConsentGrant;
}

describe("collect", () => {
  it("lets through what was granted, and reports what it dropped and why", async () => {
    const { consent, grant } = await granted();

    expect(consent.collect(register, { ...form, location: "…", utm: "…" }, grant)).toEqual({
      data: { "mobile-number": "16400000001", gender: "F" },
      blocked: [
        { field: "contacts", reason: "not-granted" },
        { field: "location", reason: "not-in-purpose" },
        { field: "unknown", reason: "unknown-field" },
      ],
    });
  });

  it("lets an optional field through that the person granted, whether or not the grant was asked for it", async () => {
    const { consent } = await granted();
    const asked = await consent.grant(register, SUBJECT, { optional: ["gender"] });
    const unasked = await consent.grant(register, SUBJECT);

    expect(consent.collect(register, form, asked).data).toHaveProperty("gender");
    expect(consent.collect(register, form, unasked).data).toHaveProperty("gender");
  });

  it("does not repeat a name that is no field: it may be a value in the wrong place", async () => {
    const { consent, grant } = await granted();
    const collected = consent.collect(register, { "16400000001": "phone", 某一一: "name" }, grant);

    expect(collected).toEqual({
      data: {},
      blocked: [
        { field: "unknown", reason: "unknown-field" },
        { field: "unknown", reason: "unknown-field" },
      ],
    });
  });

  it("lets nothing through with a copy of a grant, or with none", async () => {
    const { consent, grant } = await granted();
    // Plain JavaScript can pass both.
    const others = [{ ...grant }, undefined] as readonly ConsentGrant[];

    for (const other of others) {
      expect(consent.collect(register, form, other)).toEqual({
        data: {},
        blocked: [
          { field: "mobile-number", reason: "no-grant" },
          { field: "gender", reason: "no-grant" },
          { field: "contacts", reason: "no-grant" },
        ],
      });
    }
  });

  it("lets nothing through with the grant of another purpose", async () => {
    const { consent, grant } = await granted();
    const other = definePurpose({ ...register, id: "other" });

    expect(consent.collect(other, form, grant).data).toEqual({});
  });

  it("lets nothing through once the grant has ended", async () => {
    const { consent, grant, clock } = await granted();
    clock.advance(5 * MINUTE);

    expect(consent.collect(register, form, grant).data).toEqual({});
  });

  it("goes on without a form", async () => {
    const { consent, grant } = await granted();
    // `null` is what an empty JSON body reads as.
    const nothing = null as unknown as Record<string, unknown>;

    expect(consent.collect(register, nothing, grant)).toEqual({ data: {}, blocked: [] });
  });

  it("leaves the form as it was", async () => {
    const { consent, grant } = await granted();

    consent.collect(register, Object.freeze({ ...form }), grant);
    expect(Object.keys(form)).toEqual(["mobile-number", "gender", "contacts"]);
  });
});

describe.each(STORES)("collect after a withdrawal, with records in $name", ({ open }) => {
  const clock = fakeClock();
  const fresh = () => granted({ clock, store: open(clock) });

  it("lets nothing through at once", async () => {
    const { consent, grant, recordId } = await fresh();
    await consent.withdraw(recordId);

    expect(consent.collect(register, form, grant)).toMatchObject({
      data: {},
      blocked: [{ reason: "no-grant" }, { reason: "no-grant" }, { reason: "no-grant" }],
    });
  });

  it("lets data through after one elsewhere until the grant ends, or until it hears of it", async () => {
    const store = open(clock);
    const { consent, grant, recordId } = await granted({ clock, store });
    await service({ clock, store }).consent.withdraw(recordId);

    expect(consent.collect(register, form, grant).data).toHaveProperty("gender");

    await consent.withdraw(recordId);

    expect(consent.collect(register, form, grant).data).toEqual({});
  });

  it("lets nothing through after a refusal or a new choice either", async () => {
    const { consent, grant } = await fresh();
    await decide(consent, register, { decision: "refused" });

    expect(consent.collect(register, form, grant).data).toEqual({});
  });

  it("still stops the old grant when many others have withdrawn since", async () => {
    const { consent, recordId } = await fresh();
    const grant = await consent.grant(register, SUBJECT, { lifetimeMs: 15 * MINUTE });
    await consent.withdraw(recordId);
    for (let others = 0; others < 14; others += 1) {
      clock.advance(MINUTE);
      // One after the other, as time goes by.
      // oxlint-disable-next-line no-await-in-loop
      const { id } = await decide(consent, register, { subject: `other-${others}` });
      // oxlint-disable-next-line no-await-in-loop
      await consent.withdraw(id);
    }

    expect(consent.collect(register, form, grant).data).toEqual({});
  });
});

describe("for any form at all, collect", () => {
  const granting = granted();
  const names = fc.oneof(
    fc.constantFrom<string>(...KNOWN_FIELDS),
    fc.constantFrom("__proto__", "constructor", "toString", "app:x", "app:", "APP:X", ""),
    fc.string(),
  );
  const forms = fc.dictionary(names, fc.anything(), { noNullPrototype: false });

  it("never throws, and lets nothing out that was not granted", async () => {
    const { consent, grant } = await granting;
    fc.assert(
      fc.property(forms, (input) => {
        const { data, blocked } = consent.collect(register, input, grant);
        const given = Object.keys(input);

        for (const [field, value] of Object.entries(data)) {
          expect(["mobile-number", "gender"]).toContain(field);
          expect(value).toBe(input[field]);
        }
        expect(Object.keys(data).length + blocked.length).toBe(given.length);
      }),
    );
  });

  it("names in its report only fields that everybody knows", async () => {
    const { consent, grant } = await granting;
    const fields: ReadonlySet<string> = new Set([...KNOWN_FIELDS, "unknown"]);
    fc.assert(
      fc.property(forms, (input) => {
        for (const { field } of consent.collect(register, input, grant).blocked) {
          expect(field.startsWith("app:") || fields.has(field)).toBe(true);
        }
      }),
    );
  });

  it("takes what is no form at all", async () => {
    const { consent, grant } = await granting;
    fc.assert(
      fc.property(fc.anything(), (input) => {
        // Plain JavaScript can pass anything.
        const { data } = consent.collect(register, input as Record<string, unknown>, grant);

        expect(Object.keys(data).every((field) => ["mobile-number", "gender"].includes(field))).toBe(true);
      }),
    );
  });
});

describe("a field that is blocked", () => {
  it("is not even read: its getter is not called", async () => {
    const { consent } = service();
    await decide(consent, register);
    const grant = await consent.grant(register, SUBJECT);
    let reads = 0;
    const watched = {
      "mobile-number": "16400000001",
      get location() {
        reads += 1;
        return "somewhere";
      },
    };

    expect(consent.collect(register, watched, grant).blocked).toEqual([
      { field: "location", reason: "not-in-purpose" },
    ]);
    expect(reads).toBe(0);
  });
});
