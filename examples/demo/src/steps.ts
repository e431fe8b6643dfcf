import { isDeepStrictEqual } from "node:util";
import type { LocalizedText, Purpose } from "@shiming/consent";
import {
  type Check,
  ConsentError,
  type ConsentGrant,
  type Field,
  type FieldsOf,
  type Outcome,
} from "@shiming/contract";
import { createBizSeq } from "@shiming/network-identity";
import { approveInOfficialApp } from "./official-app.ts";
import { ILLUSTRATIVE_PRICES } from "./prices.ts";
import { byCreditCode, byNetworkIdentity, byPhone, byResidentId } from "./purposes.ts";
import type { Registration } from "./registration-app.ts";
import type { World } from "./world.ts";

/** One thing that the demo shows, and what must come of it. */
export interface Step {
  readonly id: string;
  readonly title: LocalizedText;
  readonly kind: Check["kind"];
  readonly expect: Expectation;
  run(world: World): Promise<Happened>;
}

export interface Expectation {
  readonly status: string;
  readonly charged: "yes" | "no";
  readonly sent: readonly Field[];
  readonly blocked: readonly Field[];
  /** Millionths of a yuan. */
  readonly costMicros: number;
  /** Whether a request reaches the authority. */
  readonly leaves: boolean;
}

/** An outcome, or the refusal that came in its place; and what a form sent in vain. */
export interface Happened {
  readonly result: Outcome | ConsentError;
  readonly blocked: readonly Field[];
}

const text = (en: string, zh: string): LocalizedText => ({ en, zh });
const PHONE_FIELDS = ["mobile-number", "name", "id-document-number"] as const;
const ID_FIELDS = ["name", "id-document-number"] as const;
const NOBODY = { name: "某零零", idNumber: "11010519491231002X" } as const;

export const STEPS: readonly Step[] = [
  {
    id: "phone-match",
    title: text("Phone, name and ID agree", "手机号、姓名、身份证号一致"),
    kind: "phone",
    expect: {
      status: "match",
      charged: "yes",
      costMicros: ILLUSTRATIVE_PRICES.phone,
      sent: PHONE_FIELDS,
      blocked: [],
      leaves: true,
    },
    async run(world) {
      const { phone, name, idNumber } = world.catalogue.person("citizen-1");
      return agreed(world, byPhone, { kind: "phone", phone, name, idNumber });
    },
  },
  residentId({
    id: "resident-id-match",
    title: text("Name and ID agree", "姓名、身份证号一致"),
    expect: {
      status: "match",
      charged: "yes",
      costMicros: ILLUSTRATIVE_PRICES["resident-id"],
      sent: ID_FIELDS,
      blocked: [],
      leaves: true,
    },
    person: ({ catalogue }) => catalogue.person("citizen-2"),
  }),
  residentId({
    id: "resident-id-mismatch",
    title: text("The ID is somebody else's", "身份证号与姓名不一致"),
    expect: {
      status: "mismatch",
      charged: "yes",
      costMicros: ILLUSTRATIVE_PRICES["resident-id"],
      sent: ID_FIELDS,
      blocked: [],
      leaves: true,
    },
    person: ({ catalogue }) => ({
      name: catalogue.person("citizen-3").name,
      idNumber: catalogue.person("citizen-2").idNumber,
    }),
  }),
  residentId({
    id: "resident-id-no-record",
    title: text("No such record", "库中无此号"),
    expect: { status: "no-record", charged: "no", costMicros: 0, sent: ID_FIELDS, blocked: [], leaves: true },
    person: () => NOBODY,
  }),
  residentId({
    id: "resident-id-invalid",
    title: text("Wrong check character: stays here", "校验码错误：不发送"),
    expect: { status: "invalid", charged: "no", costMicros: 0, sent: [], blocked: [], leaves: false },
    person: () => ({ ...NOBODY, idNumber: "110105194912310021" }),
  }),
  {
    id: "credit-code-match",
    title: text("Company and credit code agree", "企业名称、统一社会信用代码一致"),
    kind: "credit-code",
    expect: {
      status: "match",
      charged: "yes",
      costMicros: ILLUSTRATIVE_PRICES["credit-code"],
      sent: ["credit-code", "entity-name"],
      blocked: [],
      leaves: true,
    },
    async run(world) {
      const { creditCode, name: entityName } = world.catalogue.company;
      return agreed(world, byCreditCode, { kind: "credit-code", creditCode, entityName });
    },
  },
  {
    id: "network-identity",
    title: text("Official app to account, no name", "网号认证：不提供姓名和号码"),
    kind: "network-identity",
    expect: {
      status: "match",
      charged: "no",
      costMicros: 0,
      sent: ["network-identity-credential"],
      blocked: [],
      leaves: true,
    },
    async run(world) {
      const bizSeq = createBizSeq();
      const gateway = world.catalogue.credentials("network-identity");
      const { idCardAuthData } = await approveInOfficialApp(gateway, { bizSeq, persona: "citizen-1" });
      const check = { kind: "network-identity", bizSeq, mode: "R01", idCardAuthData } as const;
      const happened = await agreed(world, byNetworkIdentity, check);
      openAccount(world, happened.result);
      return happened;
    },
  },
  {
    id: "registration-form",
    title: text("Form with contacts and photos", "表单多传通讯录和相册"),
    kind: "phone",
    expect: {
      status: "match",
      charged: "yes",
      costMicros: ILLUSTRATIVE_PRICES.phone,
      sent: PHONE_FIELDS,
      blocked: ["contacts", "photos"],
      leaves: true,
    },
    run: submitForm,
  },
  {
    id: "no-consent",
    title: text("No consent: refused, nothing sent", "未获同意：拒绝，不发送"),
    kind: "resident-id",
    expect: {
      status: "CONSENT_REQUIRED",
      charged: "no",
      costMicros: 0,
      sent: [],
      blocked: ID_FIELDS,
      leaves: false,
    },
    run: checkWithoutConsent,
  },
];

interface ResidentIdStep extends Pick<Step, "id" | "title" | "expect"> {
  readonly person: (world: World) => { readonly name: string; readonly idNumber: string };
}

function residentId({ person, ...step }: ResidentIdStep): Step {
  return {
    ...step,
    kind: "resident-id",
    async run(world) {
      const { name, idNumber } = person(world);
      return agreed(world, byResidentId, { kind: "resident-id", name, idNumber });
    },
  };
}

let people = 0;
const newSubject = (): string => `account-${(people += 1)}`;

/** The ordinary way: notice, decision, grant, check. */
async function agreed<const C extends Check>(
  { consent, verifier }: World,
  purpose: Purpose<FieldsOf<C>>,
  check: C,
): Promise<Happened> {
  const subject = newSubject();
  const notice = consent.notice(purpose, "zh");
  await consent.record({ purpose, subject, notice, decision: "given" });
  const grant = await consent.grant(purpose, subject);
  return { result: await verifier.verify(check, { grant }), blocked: [] };
}

/** All that the platform learns: somebody real, and the same person again next time. */
function openAccount({ accounts }: World, result: Happened["result"]): void {
  const subject = "attributes" in result ? result.attributes?.["network-identity-subject"] : undefined;
  if (subject === undefined) throw new Error("the network identity told no app-scoped identifier");
  accounts.set(subject, newSubject());
}

async function submitForm(world: World): Promise<Happened> {
  const notice = await fetch(world.registerUrl);
  // The demo's own backend, as below.
  const { hash } = (await notice.json()) as { hash: string };
  const { phone, name, idNumber } = world.catalogue.person("citizen-7");
  const form = {
    account: newSubject(),
    noticeHash: hash,
    "mobile-number": phone,
    name,
    "id-document-number": idNumber,
    contacts: "某一二 16400000002",
    photos: "holiday.jpg",
  };
  const response = await fetch(world.registerUrl, { method: "POST", body: new URLSearchParams(form) });
  const { outcome, kept, blocked, registered } = (await response.json()) as Registration;
  if (!registered) throw new Error("the registration failed");
  if (!isDeepStrictEqual(kept.toSorted(), PHONE_FIELDS.toSorted()))
    throw new Error("the guard let something through");
  return { result: outcome, blocked: blocked.flatMap(({ field }) => (field === "unknown" ? [] : [field])) };
}

/**
 * Somebody refuses, so there is no grant. Then what plain JavaScript can do all the same: an object written by hand, which
 * the compiler would have refused in the place of a grant.
 */
async function checkWithoutConsent({ consent, verifier, catalogue }: World): Promise<Happened> {
  const subject = newSubject();
  const notice = consent.notice(byResidentId, "zh");
  await consent.record({ purpose: byResidentId, subject, notice, decision: "refused" });
  await refusalOf(consent.grant(byResidentId, subject));
  const { name, idNumber } = catalogue.person("citizen-2");
  const forged = { id: "1", purposeId: byResidentId.id, expiresAt: Infinity };
  const grant = forged as unknown as ConsentGrant<"name" | "id-document-number">;
  const refusal = await refusalOf(verifier.verify({ kind: "resident-id", name, idNumber }, { grant }));
  return { result: refusal, blocked: refusal.fields };
}

async function refusalOf(call: Promise<unknown>): Promise<ConsentError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ConsentError) return error;
    throw error;
  }
  throw new Error("what nobody agreed to was not refused");
}
