import type { CompanyPersona } from "../../personas/companies.ts";
import type { PersonPersona } from "../../personas/people.ts";
import type { Persona, Registry } from "../../personas/registry.ts";
import type { Scenario } from "../../wire.ts";

type Row = readonly [name: string, story: string, request: Scenario["request"], answer: string];

function rows(action: string, table: readonly Row[]): Scenario[] {
  return table.map(([name, story, request, answer]) => ({
    id: `tencent/${action}/${name}`,
    wire: "tencent",
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

function idCardScenarios(
  { name: Name, idNumber: IdCard }: PersonPersona,
  pending: PersonPersona,
): Scenario[] {
  return rows("IdCardVerification", [
    ["match", "A known number with its own name.", { IdCard, Name }, "0"],
    ["mismatch", "A known number with another name.", { IdCard, Name: pending.name }, "-1"],
    ["malformed-number", "The check character is wrong.", { IdCard: `${IdCard.slice(0, 17)}9`, Name }, "-2"],
    ["malformed-name", "The name has Latin letters.", { IdCard, Name: "Nobody" }, "-3"],
    ["no-record", "A number no record has.", { IdCard: UNKNOWN_ID_NUMBER, Name }, "-5"],
    [
      "pending",
      "A person whose record has not arrived.",
      { IdCard: pending.idNumber, Name: pending.name },
      "-5",
    ],
  ]);
}

function phoneScenarios(subscriber: PersonPersona, other: PersonPersona): Scenario[] {
  const agreed = { Phone: subscriber.phone ?? "", IdCard: subscriber.idNumber, Name: subscriber.name };
  const detailed = { ...agreed, VerifyMode: "1" };
  const { name, idNumber } = other;
  return rows("PhoneVerification", [
    ["match", "Phone, number and name are one person's.", agreed, "0"],
    ["mismatch", "The phone is somebody else's.", { ...agreed, IdCard: idNumber, Name: name }, "-4"],
    ["id-mismatch", "Only the ID number disagrees.", { ...detailed, IdCard: idNumber }, "-4"],
    ["name-mismatch", "Only the name disagrees.", { ...detailed, Name: name }, "-4"],
    [
      "both-mismatch",
      "Name and ID number are another person's.",
      { ...detailed, IdCard: idNumber, Name: name },
      "-4",
    ],
    [
      "name-and-id-disagree",
      "Name and ID number belong to nobody together.",
      { ...detailed, IdCard: idNumber, Name: "测试人" },
      "-4",
    ],
    [
      "other-mismatch",
      "Nobody has that ID number.",
      { ...detailed, IdCard: UNKNOWN_ID_NUMBER, Name: name },
      "-4",
    ],
    ["malformed-phone", "The phone has ten digits.", { ...agreed, Phone: agreed.Phone.slice(1) }, "-6"],
    [
      "malformed-number",
      "The check character is wrong.",
      { ...agreed, IdCard: `${agreed.IdCard.slice(0, 17)}9` },
      "-7",
    ],
    ["malformed-name", "The name has Latin letters.", { ...agreed, Name: "Nobody" }, "-8"],
    ["no-record", "A phone no record has.", { ...agreed, Phone: UNKNOWN_PHONE }, "-9"],
  ]);
}

function companyScenarios(company: CompanyPersona, faded: readonly CompanyPersona[]): Scenario[] {
  const two = { CreditCode: company.creditCode, EntName: company.name, VerifyType: "ENT_2META" };
  const three = { ...two, LrName: company.legalRepresentative.name, VerifyType: "ENT_3META" };
  return rows("VerifyBizLicenseEnterprise3", [
    ["two-match", "Code and name agree.", two, "0/1"],
    ["three-match", "Code, name and legal representative agree.", three, "0/1"],
    [
      "name-mismatch",
      "The code is known under another name.",
      { ...two, EntName: "测试企业零有限公司" },
      "0/0",
    ],
    [
      "representative-mismatch",
      "Somebody else is the legal representative.",
      { ...three, LrName: "测试人" },
      "0/0",
    ],
    [
      "no-record",
      "Neither code nor name is known.",
      { ...two, CreditCode: "91110000PDY00000XX", EntName: "测试企业零有限公司" },
      "2",
    ],
    ...faded.map(({ operatingStatus, creditCode, name }): Row => [
      operatingStatus,
      "Code and name agree; the company no longer operates.",
      { CreditCode: creditCode, EntName: name, VerifyType: "ENT_2META" },
      "0/1",
    ]),
  ]);
}

const isPerson = (persona: Persona): persona is PersonPersona => persona.kind === "person";
const isCompany = (persona: Persona): persona is CompanyPersona => persona.kind === "company";

/** Every answer of this wire that the values of a request decide, ready to send. */
export function tencentScenarios({ personas }: Registry): readonly Scenario[] {
  const people = personas.filter(isPerson);
  const companies = personas.filter(isCompany);
  const [first, second] = people;
  const pending = people.find((person) => !person.recorded);
  const [company] = companies;
  if (first === undefined || second === undefined || pending === undefined || company === undefined)
    return [];
  return [
    ...idCardScenarios(first, pending),
    ...phoneScenarios(first, second),
    ...companyScenarios(
      company,
      companies.filter(({ operatingStatus }) => operatingStatus !== "open"),
    ),
  ];
}
