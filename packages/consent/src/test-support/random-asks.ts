import { KNOWN_FIELDS, type Field } from "@shiming/contract";
import * as fc from "fast-check";
import type { Ask, AskRealName, AskRecipient, BasisArticle, ChangedPart, Operation } from "../law/ask.ts";
import { REAL_NAME_SERVICES, type RealNameService } from "../law/real-name-services.ts";

const OPERATIONS: readonly Operation[] = [
  "collect",
  "use",
  "share",
  "entrust",
  "publish",
  "export",
  "auto-decision",
  "face-verify",
  "retain",
];
const BASES: readonly BasisArticle[] = ["13.1", "13.1", "13.2", "13.3", "13.5", "13.6"];
const PARTS: readonly ChangedPart[] = ["purpose", "method", "kinds"];
const ROLES: readonly AskRecipient["role"][] = [
  "handler",
  "processor",
  "joint",
  "third-party-app",
  "successor",
  "foreign-judicial",
];

const fields: fc.Arbitrary<Field[]> = fc.oneof(
  fc.uniqueArray(fc.constantFrom(...KNOWN_FIELDS), { minLength: 1, maxLength: 4 }),
  fc.subarray<Field>(["name", "id-document-number", "mobile-number", "credit-code", "face-image"], {
    minLength: 1,
  }),
);
const recipients: fc.Arbitrary<AskRecipient[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("acme", "hub", "head-office"),
    role: fc.constantFrom(...ROLES),
    outsideMainland: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 3 },
);
const realName: fc.Arbitrary<AskRealName> = fc.record(
  {
    // The keys of a whole table are its key type.
    service: fc.constantFrom("sector", ...(Object.keys(REAL_NAME_SERVICES) as RealNameService[])),
    documentRequiredBy: fc.constantFrom("law"),
  },
  { requiredKeys: ["service"] },
);
const text: fc.Arbitrary<string> = fc.constantFrom("law");

/** Any ask of the types. */
export const asks: fc.Arbitrary<Ask> = fc.record(
  {
    operation: fc.constantFrom(...OPERATIONS),
    purposeId: fc.constant("p"),
    fields,
    basis: fc.constantFrom(...BASES),
    legalRef: text,
    recipients,
    age: fc.constantFrom(9, 13, 14, 17, 18, 30, "unknown" as const),
    childDirected: fc.boolean(),
    writtenRequiredBy: text,
    noticeExemptBy: text,
    changedSince: fc.subarray([...PARTS]),
    majorEffect: fc.boolean(),
    marketing: fc.boolean(),
    publicPlaceImages: fc.boolean(),
    staysOnDevice: fc.boolean(),
    faceOnlyRequiredBy: text,
    surplus: fc.boolean(),
    realName,
    soleProprietor: fc.boolean(),
  },
  { requiredKeys: ["operation", "purposeId", "fields", "basis", "age"] },
);

type Age = Pick<Ask, "age" | "childDirected">;

/** The same age or a younger one. */
function younger({ age, childDirected = false }: Ask): fc.Arbitrary<Age> {
  if (age === "unknown") return fc.constantFrom({ age, childDirected }, { age, childDirected: true });
  const ages = [9, 13, 14, 17, 18, 30].filter((other) => other <= age);
  return fc.constantFrom(...ages).map((other) => ({ age: other, childDirected }));
}

/** The same ask, or one that weighs more: further fields, younger, more recipients, further away, more changes. */
function heavier(of: Ask): fc.Arbitrary<Ask> {
  const known = new Set((of.recipients ?? []).map(({ id }) => id));
  return fc
    .record({
      fields,
      age: younger(of),
      recipients,
      abroad: fc.boolean(),
      changedSince: fc.subarray([...PARTS]),
      written: fc.boolean(),
      publicPlace: fc.boolean(),
    })
    .map((more) => ({
      ...of,
      ...more.age,
      fields: [...new Set([...of.fields, ...more.fields])],
      recipients: [
        ...(of.recipients ?? []).map((one) => (more.abroad ? { ...one, outsideMainland: true } : one)),
        ...more.recipients.filter(({ id }) => !known.has(id)),
      ],
      changedSince: [...new Set([...(of.changedSince ?? []), ...more.changedSince])],
      ...(more.written ? { writtenRequiredBy: "law" } : {}),
      ...(more.publicPlace ? { publicPlaceImages: true } : {}),
    }));
}

/** An ask and one that weighs at least as much. */
export const growingAsks: fc.Arbitrary<readonly [less: Ask, more: Ask]> = asks.chain((less) =>
  fc.tuple(fc.constant(less), heavier(less)),
);
