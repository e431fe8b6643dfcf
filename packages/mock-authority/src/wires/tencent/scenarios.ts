import type { CompanyPersona } from "../../personas/companies.ts";
import type { PersonPersona } from "../../personas/people.ts";
import type { Persona, Registry } from "../../personas/registry.ts";
import type { Scenario } from "../../wire.ts";
import { phoneScenarios } from "./phone-scenarios.ts";
import { rows, stateRows, UNKNOWN_ID_NUMBER, type Row } from "./scenario-rows.ts";
import { BUSY_COMPANY } from "./special-names.ts";

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
    ...stateRows({ IdCard, Name }, { busy: "-4", "daily-limit": "-7" }),
  ]);
}

function cardScenarios({ name: Name, idNumber: IdCard, idCardValidity }: PersonPersona): Scenario[] {
  const { from = "", to = "" } = idCardValidity ?? {};
  const agreed = {
    Name,
    IdCard,
    ValidityBegin: from.replaceAll("-", ""),
    ValidityEnd: to.replaceAll("-", ""),
  };
  return rows("CheckIdNameDate", [
    ["match", "Name, number and both days are on one card.", agreed, "0"],
    ["mismatch", "The card has another last day.", { ...agreed, ValidityEnd: "00000000" }, "-1"],
    [
      "malformed-number",
      "The check character is wrong.",
      { ...agreed, IdCard: `${IdCard.slice(0, 17)}9` },
      "-2",
    ],
    ["malformed-name", "The name has Latin letters.", { ...agreed, Name: "Nobody" }, "-3"],
    ["malformed-validity", "A day there is not.", { ...agreed, ValidityBegin: "20210229" }, "-4"],
    ["no-record", "A number no record has.", { ...agreed, IdCard: UNKNOWN_ID_NUMBER }, "-7"],
    ...stateRows(agreed, { "identity-invalid": "-5", busy: "-6", "daily-limit": "-8" }),
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
    ["busy", "A company that finds the vendor failing.", { ...two, EntName: BUSY_COMPANY }, "1"],
    ...faded.map(({ operatingStatus, creditCode, name }): Row => [
      operatingStatus,
      "Code and name agree; the company no longer operates.",
      { CreditCode: creditCode, EntName: name, VerifyType: "ENT_2META" },
      "0/1",
    ]),
  ]);
}

function companyOfPersonScenarios({ creditCode, name, legalRepresentative }: CompanyPersona): Scenario[] {
  const agreed = {
    CreditCode: creditCode,
    EntName: name,
    LrName: legalRepresentative.name,
    IdNum: legalRepresentative.idNumber,
  };
  return rows("VerifyBizLicenseEnterprise4", [
    ["match", "Company and legal representative agree.", agreed, "0/1"],
    ["mismatch", "The representative has another ID number.", { ...agreed, IdNum: UNKNOWN_ID_NUMBER }, "0/0"],
    [
      "nothing-found",
      "Neither code nor name is known.",
      { ...agreed, CreditCode: "91110000PDY00000XX", EntName: "测试企业零有限公司" },
      "0/0",
    ],
    ["busy", "A company that finds the vendor failing.", { ...agreed, EntName: BUSY_COMPANY }, "1"],
  ]);
}

const isPerson = (persona: Persona): persona is PersonPersona => persona.kind === "person";
const isCompany = (persona: Persona): persona is CompanyPersona => persona.kind === "company";

const onePerCarrier = (people: readonly PersonPersona[]): readonly PersonPersona[] =>
  people.filter(
    ({ carrier }, index) =>
      carrier !== undefined && people.findIndex((person) => person.carrier === carrier) === index,
  );

/** Every answer of this wire that the values of a request decide, ready to send. */
export function tencentScenarios({ personas }: Registry): readonly Scenario[] {
  const people = personas.filter(isPerson);
  const companies = personas.filter(isCompany);
  const [first] = people;
  const pending = people.find((person) => !person.recorded);
  const [company] = companies;
  if (first === undefined || pending === undefined || company === undefined) return [];
  return [
    ...idCardScenarios(first, pending),
    ...cardScenarios(first),
    ...phoneScenarios(onePerCarrier(people)),
    ...companyScenarios(
      company,
      companies.filter(({ operatingStatus }) => operatingStatus !== "open"),
    ),
    ...companyOfPersonScenarios(company),
  ];
}
