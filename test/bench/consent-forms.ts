import { createConsent, defineApp, definePurpose, generateKeys } from "@shiming/consent";
import { createGenerator } from "@shiming/identifiers/generate";
import { mobileNumber, personName, residentId } from "@shiming/identifiers/zod";
import { createMemoryStore } from "@shiming/store-memory";
import * as z from "zod";
import type { Judge } from "./calls.ts";

const text = (value: string) => ({ en: value, zh: value });

export const app = defineApp({
  id: "example.bench",
  type: "online-community",
  name: text("Bench"),
  handler: { name: text("Bench"), contact: "privacy@example.com" },
});

/** What both purposes here say. */
export const parts = {
  title: text("Open an account"),
  why: text("Real identity"),
  effect: text("None"),
  function: "extended",
  required: ["mobile-number", "name", "id-document-number"],
  optional: ["gender", "address"],
  basis: { article: "13.1" },
  retention: text("until the account is closed"),
} as const;

/** A registration form. */
export type RegistrationForm = Readonly<Record<string, string>>;

/** Forms that are all different, as many as asked for, and all valid. */
export function registrationForms(count: number): readonly RegistrationForm[] {
  const make = createGenerator("consent-bench");
  return Array.from({ length: count }, (_, index) => ({
    "mobile-number": make.valid("mobileNumber"),
    name: make.valid("personName"),
    "id-document-number": make.valid("residentId"),
    gender: index % 2 === 0 ? "F" : "M",
    address: `No. ${index}, Example Road`,
  }));
}

/** What a registration form checks: the numbers themselves. */
const CHECKED = z.object({
  "mobile-number": mobileNumber,
  name: personName,
  "id-document-number": residentId,
  gender: z.enum(["F", "M"]),
  address: z.string().min(1).max(200),
});

/** The cheapest that forms do: patterns and lengths. */
const PATTERNS = z.object({
  "mobile-number": z.string().regex(/^1\d{10}$/),
  name: z.string().min(1).max(50),
  "id-document-number": z.string().regex(/^\d{17}[\dX]$/),
  gender: z.enum(["F", "M"]),
  address: z.string().min(1).max(200),
});

/** The bare parse and the guard around it, for one schema. */
export interface GuardedParse {
  readonly bare: Judge<RegistrationForm>;
  readonly guarded: Judge<RegistrationForm>;
}

/** A person who granted every field, and whose form goes through the guard. */
async function guardedParse(name: string, schema: typeof CHECKED | typeof PATTERNS): Promise<GuardedParse> {
  const purpose = definePurpose({ ...parts, id: "register", schema });
  const consent = createConsent({ app, store: createMemoryStore(), keys: generateKeys() });
  const notice = consent.notice(purpose, "en");
  const { required: _required, optional } = purpose;
  await consent.record({ purpose, subject: "account-1", notice, decision: "given", optional });
  const grant = await consent.grant(purpose, "account-1", { lifetimeMs: 15 * 60_000 });
  return {
    bare: { name: `zod-${name}`, prepare: () => (form) => schema.parse(form).address !== "" },
    guarded: {
      name: `collect-${name}`,
      prepare: () => (form) => {
        const { data, blocked, issues } = consent.collect(purpose, form, grant);
        return blocked.length === 0 && issues.length === 0 && data.address !== "";
      },
    },
  };
}

/** Both schemas, dear and cheap. */
export async function guardedParses(): Promise<{ checked: GuardedParse; patterns: GuardedParse }> {
  return {
    checked: await guardedParse("checked", CHECKED),
    patterns: await guardedParse("patterns", PATTERNS),
  };
}
