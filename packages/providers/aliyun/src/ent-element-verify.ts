import type { KnownField } from "@shiming/contract";
import { defineResultTable, readWith, type JsonObject, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { defineAction, type Action, type Finding, type ParameterTools } from "./action.ts";
import { CODE } from "./code.ts";
import { GATEWAY_ROWS } from "./gateway-rows.ts";

/** What the company checks need beside the check. */
export interface CompanySettings {
  /**
   * Whether the people concerned have authorised the check, sent as `UserAuthorization` 1 or 0. It is your statement to
   * the vendor, so there is no default. Required.
   */
  readonly userAuthorization: boolean;
  /** Your name for the scene, 1 to 32 letters, digits and underscores, sent as `SceneCode`. Default `shiming`. */
  readonly sceneCode?: string;
}

/** The code of a result is `Code/BizCode`. Which parts disagree stands beside it, in `ReasonDetail`. */
export const ENT_ELEMENT_VERIFY: ResultTable = defineResultTable({
  provider: "aliyun",
  action: "EntElementVerifyV2",
  source:
    "https://help.aliyun.com/zh/id-verification/enterprise-identity-authentication/developer-reference/enterprise-factor-validation-v2",
  rows: [
    { code: "Success/1", meaning: "all elements match", outcome: "match", charged: "yes" },
    { code: "Success/2", meaning: "not all elements match", outcome: "mismatch", charged: "yes" },
    { code: "Success/3", meaning: "there is no such record", outcome: "no-record", charged: "no" },
    ...GATEWAY_ROWS,
  ],
});

/** What `ReasonDetail` lists, separated by commas. A flag that is not here adds nothing. */
const FLAGS: ReadonlyMap<string, KnownField> = new Map([
  ["LicenseNoFlag", "credit-code"],
  ["EntNameFlag", "entity-name"],
  ["LegalPersonNameFlag", "legal-representative-name"],
  ["LegalPersonCertNoFlag", "legal-representative-id-number"],
]);

const ANSWER = z.object({
  Result: z.object({ BizCode: CODE, ReasonDetail: z.string().nullish().catch(undefined) }),
});

function find(answer: JsonObject): Finding {
  const { BizCode, ReasonDetail } = readWith(ANSWER, answer, ENT_ELEMENT_VERIFY).Result;
  const listed = (ReasonDetail ?? "").split(",").map((flag) => FLAGS.get(flag.trim()));
  const fields = [...new Set(listed.filter((field) => field !== undefined))];
  return { code: `Success/${BizCode}`, fields };
}

type Company = { kind: "credit-code"; creditCode: string; entityName: string };
type WithName = Company & { legalRepresentative: { name: string } };
type WithNumber = Company & { legalRepresentative: { name: string; idNumber: string } };

/** Credit code and name of the entity; with its legal representative's name; with that person's ID number as well. */
export function entElementVerify({
  userAuthorization,
  sceneCode = "shiming",
}: CompanySettings): readonly Action[] {
  const shared = {
    kind: "credit-code",
    version: "2022-11-25",
    place: "query",
    success: "Success",
    table: ENT_ELEMENT_VERIFY,
    find,
  } as const;
  const common = (elements: 2 | 3 | 4, { bizId }: ParameterTools) => ({
    SceneCode: sceneCode,
    MerchantBizId: bizId,
    // The person behind the check is no business of the vendor's.
    MerchantUserId: bizId,
    UserAuthorization: userAuthorization ? "1" : "0",
    InfoVerifyType: `ENT_${elements}META`,
  });
  return [
    defineAction<Company>({
      ...shared,
      fields: ["credit-code", "entity-name"],
      parameters: ({ creditCode, entityName }, tools) => ({
        ...common(2, tools),
        LicenseNo: tools.reveal(creditCode),
        EntName: tools.reveal(entityName),
      }),
    }),
    defineAction<WithName>({
      ...shared,
      fields: ["credit-code", "entity-name", "legal-representative-name"],
      parameters: ({ creditCode, entityName, legalRepresentative }, tools) => ({
        ...common(3, tools),
        LicenseNo: tools.reveal(creditCode),
        EntName: tools.reveal(entityName),
        LegalPersonName: tools.reveal(legalRepresentative.name),
      }),
    }),
    defineAction<WithNumber>({
      ...shared,
      fields: ["credit-code", "entity-name", "legal-representative-name", "legal-representative-id-number"],
      parameters: ({ creditCode, entityName, legalRepresentative }, tools) => ({
        ...common(4, tools),
        LicenseNo: tools.reveal(creditCode),
        EntName: tools.reveal(entityName),
        LegalPersonName: tools.reveal(legalRepresentative.name),
        LegalPersonCertNo: tools.reveal(legalRepresentative.idNumber),
      }),
    }),
  ];
}
