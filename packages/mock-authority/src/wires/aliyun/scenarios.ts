import type { CompanyPersona } from "../../personas/companies.ts";
import type { PersonPersona } from "../../personas/people.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Scenario } from "../../wire.ts";

type Row = readonly [name: string, story: string, request: Scenario["request"], answer: string];

function rows(action: string, table: readonly Row[]): Scenario[] {
  return table.map(([name, story, request, answer]) => ({
    id: `aliyun/${action}/${name}`,
    wire: "aliyun",
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

function idScenarios({ name, idNumber }: PersonPersona, pending: PersonPersona): Scenario[] {
  const known = { ParamType: "normal", IdentifyNum: idNumber, UserName: name };
  const { idNumber: IdentifyNum, name: UserName } = pending;
  return rows("Id2MetaVerify", [
    ["match", "A known number with its own name.", known, "200/1"],
    ["mismatch", "A known number with another name.", { ...known, UserName }, "200/2"],
    ["no-record", "A number no record has.", { ...known, IdentifyNum: UNKNOWN_ID_NUMBER }, "200/3"],
    ["pending", "A person whose record has not arrived.", { ...known, IdentifyNum, UserName }, "200/3"],
    ["empty", "The name is empty.", { ...known, UserName: "" }, "400"],
    ["malformed-name", "The name has Latin letters.", { ...known, UserName: "Nobody" }, "401"],
    ["sm2", "Encrypted values: this mock has no key for them.", { ...known, ParamType: "sm2" }, "401"],
  ]);
}

function phoneScenarios(subscriber: PersonPersona, { name, idNumber }: PersonPersona): Scenario[] {
  const two = { ParamType: "normal", Mobile: subscriber.phone ?? "", UserName: subscriber.name };
  const three = { ...two, IdentifyNum: subscriber.idNumber };
  const nobody = { Mobile: UNKNOWN_PHONE };
  return [
    ...rows("Mobile2MetaVerify", [
      ["match", "Phone and name are one person's.", two, "200/1"],
      ["mismatch", "The phone is somebody else's.", { ...two, UserName: name }, "200/2"],
      ["no-record", "A phone no record has.", { ...two, ...nobody }, "200/3"],
    ]),
    ...rows("Mobile3MetaSimpleVerify", [
      ["match", "Phone, number and name are one person's.", three, "200/1"],
      ["mismatch", "The phone is somebody else's.", { ...three, UserName: name }, "200/2"],
      ["no-record", "A phone no record has.", { ...three, ...nobody }, "200/3"],
      ["malformed-phone", "The phone has ten digits.", { ...three, Mobile: "1640000000" }, "401"],
    ]),
    ...rows("Mobile3MetaDetailVerify", [
      ["match", "Phone, number and name are one person's.", three, "200/1/101"],
      [
        "both-mismatch",
        "Name and number are another person's.",
        { ...three, UserName: name, IdentifyNum: idNumber },
        "200/2/201",
      ],
      ["id-mismatch", "Only the number disagrees.", { ...three, IdentifyNum: idNumber }, "200/2/202"],
      ["name-mismatch", "Only the name disagrees.", { ...three, UserName: name }, "200/2/203"],
      ["no-record", "A phone no record has.", { ...three, ...nobody }, "200/3/301"],
    ]),
  ];
}

function companyScenarios(company: CompanyPersona, representative: PersonPersona): Scenario[] {
  const { creditCode: LicenseNo, name: EntName } = company;
  const two = { UserAuthorization: "1", InfoVerifyType: "ENT_2META", LicenseNo, EntName };
  const three = { ...two, InfoVerifyType: "ENT_3META", LegalPersonName: representative.name };
  const four = { ...three, InfoVerifyType: "ENT_4META", LegalPersonCertNo: representative.idNumber };
  const { UserAuthorization: _authorised, ...unsaid } = two;
  const other = { EntName: "测试企业零有限公司" };
  return rows("EntElementVerifyV2", [
    ["two-match", "Code and name agree.", two, "Success/1"],
    ["three-match", "Code, name and legal representative agree.", three, "Success/1"],
    ["four-match", "So does that person's ID number.", four, "Success/1"],
    ["name-mismatch", "The code is known under another name.", { ...two, ...other }, "Success/2"],
    [
      "representative-mismatch",
      "Somebody else is the legal representative.",
      { ...four, LegalPersonName: "测试人", LegalPersonCertNo: UNKNOWN_ID_NUMBER },
      "Success/2",
    ],
    [
      "no-record",
      "Neither code nor name is known.",
      { ...two, ...other, LicenseNo: "91110000PDY00000XX" },
      "Success/3",
    ],
    ["authorization-unsaid", "Nobody says whether the check is authorised.", unsaid, "MissingParameter"],
  ]);
}

/** Every answer of this wire that the values of a request decide, ready to send. */
export function aliyunScenarios({ personas }: Registry): readonly Scenario[] {
  const people = personas.filter((persona) => persona.kind === "person");
  const company = personas.find((persona) => persona.kind === "company");
  const [first, second] = people;
  const pending = people.find((person) => !person.recorded);
  const representative = people.find(({ id }) => id === company?.legalRepresentative.persona);
  if (!first || !second || !pending || !company || !representative) return [];
  return [
    ...idScenarios(first, pending),
    ...phoneScenarios(first, second),
    ...companyScenarios(company, representative),
  ];
}
