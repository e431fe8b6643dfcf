import type { KnownField } from "@shiming/contract";
import {
  defineResultTable,
  readWith,
  type JsonObject,
  type OutcomeRow,
  type ResultTable,
} from "@shiming/provider-kit";
import { z } from "zod";
import { defineAction, type Action } from "./action.ts";
import { ERROR_ROWS } from "./error-rows.ts";
import { SDK_MODELS } from "./sources.ts";

const FIELDS = {
  CreditCode: "credit-code",
  EntName: "entity-name",
  LrName: "legal-representative-name",
  IdNum: "legal-representative-id-number",
} as const satisfies Record<string, KnownField>;

type Element = keyof typeof FIELDS;

// The keys of the object above are its type's.
const ELEMENTS = Object.keys(FIELDS) as readonly Element[];

/** With neither code nor name known, the vendor says of any person that it disagrees: that tells nothing. */
const UNKNOWN_COMPANY: readonly Element[] = ["CreditCode", "EntName"];

/** Every set of elements that can disagree and tell something. */
const DISAGREEMENTS: readonly (readonly Element[])[] = [
  ["CreditCode"],
  ["EntName"],
  ["LrName"],
  ["IdNum"],
  ["LrName", "IdNum"],
  ["CreditCode", "LrName"],
  ["CreditCode", "IdNum"],
  ["CreditCode", "LrName", "IdNum"],
  ["EntName", "LrName"],
  ["EntName", "IdNum"],
  ["EntName", "LrName", "IdNum"],
  UNKNOWN_COMPANY,
];

const codeFor = (disagree: readonly Element[]): string => `0/0/${disagree.join("+")}`;

const mismatch = (disagree: readonly Element[]): OutcomeRow => ({
  code: codeFor(disagree),
  meaning: `what disagrees: ${disagree.join(", ")}`,
  outcome: "mismatch",
  charged: "yes",
  fields: disagree.map((element) => FIELDS[element]),
});

/** The code is `StatusCode/VerifyResult`, and after `0/0` the elements that disagree. */
export const VERIFY_BIZ_LICENSE_4: ResultTable = defineResultTable({
  provider: "tencent",
  action: "VerifyBizLicenseEnterprise4",
  source: SDK_MODELS.ocr,
  rows: [
    { code: "0/1", meaning: "all four elements match", outcome: "match", charged: "yes" },
    { code: "0/0", meaning: "not all four elements match", outcome: "mismatch", charged: "yes" },
    ...DISAGREEMENTS.map(mismatch),
    { code: "1/", meaning: "the service failed", error: "UNAVAILABLE", charged: "no" },
    ...ERROR_ROWS,
  ],
});

/** The flags add to the result and never decide it, so that one of another type is as good as none. */
const FLAG = z.boolean().optional().catch(undefined);

const ANSWER = z.object({
  StatusCode: z.int(),
  VerifyResult: z.int().nullish(),
  IsCreditCodeConsistent: FLAG,
  IsEntNameConsistent: FLAG,
  IsLrNameConsistent: FLAG,
  IsIdNumConsistent: FLAG,
});

function codeOf(response: JsonObject): string {
  const answer = readWith(ANSWER, response, VERIFY_BIZ_LICENSE_4);
  const code = `${answer.StatusCode}/${answer.StatusCode === 0 ? answer.VerifyResult : ""}`;
  if (code !== "0/0") return code;
  const said = ELEMENTS.filter((element) => answer[`Is${element}Consistent`] === false);
  const isCompanyUnknown = UNKNOWN_COMPANY.every((element) => said.includes(element));
  const particular = codeFor(isCompanyUnknown ? UNKNOWN_COMPANY : said);
  return VERIFY_BIZ_LICENSE_4.has(particular) ? particular : code;
}

/** Credit code, name of the entity, name and ID number of its legal representative. */
export const verifyBizLicense4: Action = defineAction<{
  kind: "credit-code";
  creditCode: string;
  entityName: string;
  legalRepresentative: { name: string; idNumber: string };
}>({
  kind: "credit-code",
  fields: ["credit-code", "entity-name", "legal-representative-name", "legal-representative-id-number"],
  service: "ocr",
  version: "2018-11-19",
  table: VERIFY_BIZ_LICENSE_4,
  parameters: ({ creditCode, entityName, legalRepresentative: { name, idNumber } }, reveal) => ({
    CreditCode: reveal(creditCode),
    EntName: reveal(entityName),
    LrName: reveal(name),
    IdNum: reveal(idNumber),
  }),
  codeOf,
});
