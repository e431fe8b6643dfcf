import type { ConsentGrant, Field } from "@shiming/contract";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { Consent } from "./consent.ts";
import { definePurpose, type Purpose } from "./purpose.ts";
import type { Recipient } from "./recipient.ts";
import { plainParts, text } from "./test-support/community.ts";
import { decide, service } from "./test-support/services.ts";

type Register = Purpose<"mobile-number", "contacts" | "gender">;
type Optional = readonly ("contacts" | "gender")[];

const lab: Recipient = {
  id: "lab",
  name: text("Lab", "某实验室"),
  contact: "privacy@lab.example",
  role: "handler",
};
const form = z.object({
  "mobile-number": z.string(),
  contacts: z.array(z.string()),
  gender: z.string(),
});
const parts = {
  ...plainParts,
  id: "register",
  required: ["mobile-number"],
  optional: ["contacts", "gender"],
  recipients: [...(plainParts.recipients ?? []), lab],
} as const;

/** The same purpose as time goes by: without a schema, with one, and with another number. */
const EDITIONS: Readonly<Record<"plain" | "checked" | "second", Register>> = {
  plain: definePurpose(parts),
  checked: definePurpose({ ...parts, schema: form }),
  second: definePurpose({ ...parts, version: 2 }),
};

const NOTHING: ReadonlySet<Field> = new Set();

/** What a person has said, as plainly as it can be written down. */
class Person {
  granted = NOTHING;
  version = 0;
  toLab = NOTHING;
  record = "";
  act = "";

  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  saysNo(): void {
    this.granted = NOTHING;
    this.version = 0;
    this.toLab = NOTHING;
  }
}

interface Scene {
  readonly consent: Consent;
  readonly person: Person;
  readonly purpose: Register;
  readonly optional: Optional;
}

/** What people do, to the service and in plain words. */
const ACTS: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  async agrees({ consent, person, purpose, optional }) {
    person.record = (await decide(consent, purpose, { subject: person.id, optional })).id;
    person.granted = new Set([...purpose.required, ...optional]);
    person.version = purpose.version;
  },
  async refuses({ consent, person, purpose }) {
    person.record = (await decide(consent, purpose, { subject: person.id, decision: "refused" })).id;
    person.saysNo();
  },
  async withdraws({ consent, person }) {
    if (person.record === "") return;
    await consent.withdraw(person.record);
    person.saysNo();
  },
  async agreesToLab({ consent, person, purpose, optional }) {
    if (person.version !== purpose.version) return;
    const notice = consent.notice(purpose, "zh", { recipient: "lab" });
    const about = { subject: person.id, optional, recipient: "lab", notice };
    person.act = (await decide(consent, purpose, about)).id;
    person.toLab = new Set([...purpose.required, ...optional]);
  },
  async withdrawsFromLab({ consent, person }) {
    if (person.act === "") return;
    await consent.withdraw(person.act);
    person.toLab = NOTHING;
  },
};

interface Held {
  readonly person: Person;
  readonly purpose: Register;
  readonly grant: ConsentGrant;
}

/** What gets out under a grant that its person has not granted. */
async function leaks(consent: Consent, { person, purpose, grant }: Held, input: Form): Promise<string[]> {
  const { data } = consent.collect(purpose, input, grant);
  const uses = await Promise.allSettled(
    [...purpose.required, ...purpose.optional].map((field) =>
      consent.authorize(grant, { fields: [field], recipient: "lab" }).then(() => field),
    ),
  );
  const sentToLab = uses.flatMap((use) => (use.status === "fulfilled" ? [use.value] : []));
  return [
    ...Object.keys(data).filter((name) => !(person.granted as ReadonlySet<string>).has(name)),
    ...(JSON.stringify(data).includes("hidden") && !person.granted.has("contacts") ? ["hidden"] : []),
    ...sentToLab.filter((field) => !person.toLab.has(field)).map((field) => `${field} to lab`),
  ];
}

type Form = Readonly<Record<string, unknown>>;

const step = fc.record({
  who: fc.constantFrom(0, 1),
  edition: fc.constantFrom("plain", "checked", "second"),
  act: fc.constantFrom(...Object.keys(ACTS)),
  optional: fc.subarray(["contacts", "gender"] as const),
});

const names = fc.constantFrom("mobile-number", "contacts", "gender", "location", "x", "__proto__");

/** Whatever a page may send: names of fields and others, values of every shape, and things that hide from loops. */
const forms = fc.tuple(fc.dictionary(names, fc.anything()), fc.boolean()).map(([values, hides]): Form => {
  const whole = { "mobile-number": "16400000001", ...values };
  if (hides) Object.defineProperty(whole, "contacts", { value: ["hidden"], enumerable: false });
  return whole;
});

describe("the guard, whatever people do in whichever order", () => {
  it("lets nothing out that its person has not granted, and grants just when they agree", async () => {
    const lives = fc.asyncProperty(fc.array(step, { maxLength: 12 }), forms, async (steps, input) => {
      const { consent } = service();
      const people = [new Person("account-1"), new Person("account-2")] as const;
      const held: Held[] = [];
      for (const { who, edition, act, optional } of steps) {
        const [person, purpose] = [people[who], EDITIONS[edition]];
        // People act one after the other.
        // oxlint-disable no-await-in-loop
        await ACTS[act]?.({ consent, person, purpose, optional });
        const grant = await consent.grant(purpose, person.id).catch(() => undefined);
        expect(grant !== undefined).toBe(person.version === purpose.version);
        if (grant !== undefined) held.push({ person, purpose, grant });
        const found = await Promise.all(held.map((one) => leaks(consent, one, input)));
        // oxlint-enable no-await-in-loop
        expect(found.flat()).toEqual([]);
      }
    });
    await fc.assert(lives, { numRuns: 400 });
  });
});
