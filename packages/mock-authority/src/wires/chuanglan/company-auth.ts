import type { CompanyPersona } from "../../personas/companies.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Action, Answer } from "./action.ts";
import { resultAnswer } from "./results.ts";

/** What a request says of a company; a part that is not asked for is absent. */
interface Given {
  readonly creditCode: string;
  readonly entityName: string;
  readonly representative?: string;
  readonly representativeIdNumber?: string;
}

type Part = keyof Given;
type Judged = "agrees" | "differs" | "unverifiable";

const ON_RECORD: Readonly<Record<Part, (company: CompanyPersona) => string>> = {
  creditCode: ({ creditCode }) => creditCode,
  entityName: ({ name }) => name,
  representative: ({ legalRepresentative }) => legalRepresentative.name,
  representativeIdNumber: ({ legalRepresentative }) => legalRepresentative.idNumber,
};

/** The company of that code, else of that name; of a company that nobody knows, nothing can be verified. */
function judge(given: Given, registry: Registry): (part: Part) => Judged {
  const company = registry.companyByCreditCode(given.creditCode) ?? registry.companyByName(given.entityName);
  return (part) => {
    if (company === undefined) return "unverifiable";
    return ON_RECORD[part](company) === given[part] ? "agrees" : "differs";
  };
}

/** Members of the answer, in the action's own numbers. */
function byParts(
  given: Given,
  registry: Registry,
  {
    members,
    numbers,
  }: { members: Readonly<Record<string, Part>>; numbers: Readonly<Record<Judged, string>> },
): Answer {
  const judgeOf = judge(given, registry);
  const judged = Object.entries(members).map(([member, part]) => [member, judgeOf(part)] as const);
  const data = Object.fromEntries(judged.map(([member, verdict]) => [member, numbers[verdict]]));
  const charged = judged.every(([, verdict]) => verdict !== "unverifiable");
  return { kind: "answer", status: Object.values(data).join("/"), charged, data };
}

/** Credit code and name: underscores, and 1, 0, -1. */
const companyTwo: Action = {
  name: "twoElementsCheck",
  path: "/api/v2/sdk/dynamic2/gsxx/twoElementsCheck",
  success: "200000",
  billing: "text",
  parameters: {
    ent_name: { field: "entity-name", form: "text" },
    credit_code: { field: "credit-code", form: "text" },
  },
  answer(values, registry) {
    const given = { entityName: values["ent_name"] ?? "", creditCode: values["credit_code"] ?? "" };
    return byParts(given, registry, {
      members: { ent_name_match: "entityName", credit_code_match: "creditCode" },
      numbers: { agrees: "1", differs: "0", unverifiable: "-1" },
    });
  },
};

/** With the name of the legal representative: camel case, and 1, 2, 3. No count of what was billed. */
const companyThree: Action = {
  name: "business-three-auth",
  path: "/api/v2/sdk/gsxx/business-three-auth",
  success: "200000",
  billing: "no-count",
  parameters: {
    entName: { field: "entity-name", form: "text" },
    creditCode: { field: "credit-code", form: "text" },
    legalPerName: { field: "legal-representative-name", form: "text" },
  },
  answer({ entName = "", creditCode = "", legalPerName = "" }, registry) {
    return byParts({ entityName: entName, creditCode, representative: legalPerName }, registry, {
      members: {
        entNameMatch: "entityName",
        creditCodeMatch: "creditCode",
        legalPerNameMatch: "representative",
      },
      numbers: { agrees: "1", differs: "2", unverifiable: "3" },
    });
  },
};

/** With the ID number of the legal representative: a result, and the parts in 1, 2, 3 beside it. */
const companyFour: Action = {
  name: "business-four-auth",
  path: "/api/v2/auth/gsxx/business-four-auth",
  success: "000000",
  billing: "number",
  parameters: {
    entName: { field: "entity-name", form: "text" },
    creditCode: { field: "credit-code", form: "text" },
    legalPerName: { field: "legal-representative-name", form: "text" },
    idNum: { field: "legal-representative-id-number", form: "id-number" },
  },
  answer({ entName = "", creditCode = "", legalPerName = "", idNum = "" }, registry) {
    const given = {
      entityName: entName,
      creditCode,
      representative: legalPerName,
      representativeIdNumber: idNum,
    };
    const { data } = byParts(given, registry, {
      members: {
        companyNameMatch: "entityName",
        creditCodeMatch: "creditCode",
        legalPerNameMatch: "representative",
        idNoMatch: "representativeIdNumber",
      },
      numbers: { agrees: "1", differs: "2", unverifiable: "3" },
    });
    const parts = Object.values(data);
    if (parts.includes("2")) return resultAnswer("02", data);
    return resultAnswer(parts.includes("3") ? "03" : "01", data);
  },
};

/** The company checks, each with a scheme of its own. */
export const companyAuth: readonly Action[] = [companyTwo, companyThree, companyFour];
