import { createHash } from "node:crypto";
import type { CompanyPersona } from "../../personas/companies.ts";
import type { PersonPersona } from "../../personas/people.ts";
import type { Persona, Registry } from "../../personas/registry.ts";
import type { Scenario } from "../../wire.ts";

type Row = readonly [name: string, story: string, request: Scenario["request"], answer: string];

function rows(action: string, table: readonly Row[]): Scenario[] {
  return table.map(([name, story, request, answer]) => ({
    id: `chuanglan/${action}/${name}`,
    wire: "chuanglan",
    action,
    story,
    request,
    answer,
  }));
}

/** Well-formed, and nobody's: the last number of a sequence that the preset citizens do not use. */
const UNKNOWN_ID_NUMBER = "110000190101019997";
/** Well-formed, and nobody's: segment 164 is not assigned to subscribers. */
const UNKNOWN_PHONE = "16499999999";
const NOBODY = "测试人";
const NO_COMPANY = "测试企业零有限公司";

type Write = (value: string) => string;
const plain: Write = (value) => value;
const hashed =
  (algorithm: "md5" | "sha256"): Write =>
  (value) =>
    createHash(algorithm).update(value).digest("hex");

function idCardScenarios({ name, idNumber: idNum }: PersonPersona): Scenario[] {
  return rows("id-card-auth", [
    ["match", "A known number with its own name.", { name, idNum }, "01"],
    ["mismatch", "A known number with another name.", { name: NOBODY, idNum }, "02"],
    ["not-in-store", "A number no record has.", { name, idNum: UNKNOWN_ID_NUMBER }, "03"],
    [
      "malformed-number",
      "The check character is wrong.",
      { name, idNum: `${idNum.slice(0, 17)}9` },
      "190004",
    ],
  ]);
}

function twoElementScenarios(action: string, { name, phone = "" }: PersonPersona, write: Write): Scenario[] {
  const agreed = { name: write(name), mobile: write(phone) };
  return rows(action, [
    ["match", "The phone is that person's.", agreed, "01"],
    ["mismatch", "The phone is somebody else's.", { ...agreed, name: write(NOBODY) }, "02"],
    ["not-in-store", "A phone no record has.", { ...agreed, mobile: write(UNKNOWN_PHONE) }, "03"],
    ["malformed-phone", "The phone is cut off.", { ...agreed, mobile: agreed.mobile.slice(1) }, "190004"],
  ]);
}

interface ThreeElements {
  readonly action: string;
  readonly subscriber: PersonPersona;
  readonly other: PersonPersona;
  readonly write: Write;
}

function threeElementScenarios({ action, subscriber, other, write }: ThreeElements): Scenario[] {
  const [nameMember, phoneMember] =
    action === "carriersAuthSha256" ? ["chName", "chTel"] : ["name", "mobile"];
  const request = (name: string, idNum: string, phone: string): Scenario["request"] => ({
    [nameMember ?? ""]: write(name),
    idNum: write(idNum),
    [phoneMember ?? ""]: write(phone),
  });
  const { name, idNumber, phone = "" } = subscriber;
  const disagreeing = {
    "both-differ": ["Name and number are another person's.", request(other.name, other.idNumber, phone)],
    "name-differs": ["Only the name differs.", request(NOBODY, idNumber, phone)],
    "number-differs": ["Only the ID number differs.", request(name, other.idNumber, phone)],
    "other-difference": ["Nobody has that ID number.", request(NOBODY, UNKNOWN_ID_NUMBER, phone)],
    "name-and-number-differ": [
      "Name and ID number are nobody's together.",
      request(NOBODY, other.idNumber, phone),
    ],
  } as const;
  return rows(action, [
    ["match", "Phone, number and name are one person's.", request(name, idNumber, phone), "01"],
    ...Object.entries(disagreeing).map(([id, [story, values]]): Row => [id, story, values, "02"]),
    ["not-in-store", "A phone no record has.", request(name, idNumber, UNKNOWN_PHONE), "03"],
    [
      "malformed-phone",
      "The phone is cut off.",
      { ...request(name, idNumber, phone), [phoneMember ?? ""]: "1" },
      "190004",
    ],
  ]);
}

function companyScenarios(company: CompanyPersona): Scenario[] {
  const { creditCode, name: entName, legalRepresentative } = company;
  const { name: legalPerName, idNumber: idNum } = legalRepresentative;
  const two = { ent_name: entName, credit_code: creditCode };
  const three = { entName, creditCode, legalPerName };
  const four = { ...three, idNum };
  return [
    ...rows("twoElementsCheck", [
      ["match", "Code and name agree.", two, "1/1"],
      ["name-differs", "The code is known under another name.", { ...two, ent_name: NO_COMPANY }, "0/1"],
      ["unverifiable", "Neither is known.", { ent_name: NO_COMPANY, credit_code: "无" }, "-1/-1"],
    ]),
    ...rows("business-three-auth", [
      ["match", "Code, name and representative agree.", three, "1/1/1"],
      ["representative-differs", "Somebody else represents it.", { ...three, legalPerName: NOBODY }, "1/1/2"],
      ["unverifiable", "Nothing is known.", { ...three, entName: NO_COMPANY, creditCode: "无" }, "3/3/3"],
    ]),
    ...rows("business-four-auth", [
      ["match", "All four agree.", four, "01"],
      [
        "number-differs",
        "The representative has another number.",
        { ...four, idNum: UNKNOWN_ID_NUMBER },
        "02",
      ],
      ["not-in-store", "Nothing is known.", { ...four, entName: NO_COMPANY, creditCode: "无" }, "03"],
    ]),
  ];
}

const isPerson = (persona: Persona): persona is PersonPersona => persona.kind === "person";
const isCompany = (persona: Persona): persona is CompanyPersona => persona.kind === "company";

/** Every answer of this wire that the values of a request decide, ready to send. */
export function chuanglanScenarios({ personas }: Registry): readonly Scenario[] {
  const [subscriber, other] = personas.filter(isPerson);
  const company = personas.find(isCompany);
  if (subscriber === undefined || other === undefined || company === undefined) return [];
  const md5 = hashed("md5");
  const sha256 = hashed("sha256");
  const threeElements: readonly (readonly [action: string, write: Write])[] = [
    ["carriers-auth", plain],
    ["carriers-auth-md5", md5],
    ["carriersAuthSha256", sha256],
    ["carriers-auth-detail", plain],
    ["carriers-auth-detail-md5", md5],
    ["carriers-auth-detail-sha256", sha256],
  ];
  return [
    ...idCardScenarios(subscriber),
    ...twoElementScenarios("carriers-two-auth", subscriber, plain),
    ...twoElementScenarios("carriers-two-auth-md5", subscriber, md5),
    ...threeElements.flatMap(([action, write]) =>
      threeElementScenarios({ action, subscriber, other, write }),
    ),
    ...companyScenarios(company),
  ];
}
