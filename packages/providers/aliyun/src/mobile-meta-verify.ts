import type { KnownField } from "@shiming/contract";
import {
  defineResultTable,
  readWith,
  type JsonObject,
  type OutcomeRow,
  type ResultRow,
  type ResultTable,
} from "@shiming/provider-kit";
import { z } from "zod";
import { defineAction, type Action, type Finding } from "./action.ts";
import { CODE } from "./code.ts";
import { GATEWAY_ROWS } from "./gateway-rows.ts";
import { PHONE_WRITING, type ParamType } from "./param-type.ts";
import { SERVER_ROWS } from "./server-rows.ts";

/** `detailed` says which part disagrees: another action of the vendor, with a price of its own. */
export type VerifyMode = "brief" | "detailed";

const RESULTS: readonly OutcomeRow[] = [
  { code: "200/1", meaning: "all elements match", outcome: "match", charged: "yes" },
  { code: "200/2", meaning: "not all elements match", outcome: "mismatch", charged: "yes" },
  { code: "200/3", meaning: "there is no such record", outcome: "no-record", charged: "no" },
];

const detail = (subCode: string, meaning: string, fields: readonly KnownField[]): OutcomeRow => ({
  code: `200/2/${subCode}`,
  meaning,
  outcome: "mismatch",
  charged: "yes",
  fields,
});

/** BizCode 2 with a SubCode, which only the detailed action has. */
const DETAILS: readonly OutcomeRow[] = [
  detail("201", "the phone is not of that name and number", ["name", "id-document-number"]),
  detail("202", "the name matches, the number does not", ["id-document-number"]),
  detail("203", "the number matches, the name does not", ["name"]),
];

const tableOf = (action: string, results: readonly ResultRow[]): ResultTable =>
  defineResultTable({
    provider: "aliyun",
    action,
    source: "https://github.com/aliyun/alibabacloud-typescript-sdk/tree/master/cloudauth-20190307",
    rows: [
      ...results,
      { code: "405", meaning: "the number segment is not supported", error: "REJECTED", charged: "no" },
      ...SERVER_ROWS,
      ...GATEWAY_ROWS,
    ],
  });

export const MOBILE_2_META_VERIFY: ResultTable = tableOf("Mobile2MetaVerify", RESULTS);
export const MOBILE_3_META_SIMPLE_VERIFY: ResultTable = tableOf("Mobile3MetaSimpleVerify", RESULTS);
export const MOBILE_3_META_DETAIL_VERIFY: ResultTable = tableOf("Mobile3MetaDetailVerify", [
  ...RESULTS,
  ...DETAILS,
]);

const ANSWER = z.object({
  ResultObject: z.object({ BizCode: CODE, SubCode: CODE.nullish().catch(undefined) }),
});

function find(answer: JsonObject, table: ResultTable): Finding {
  const { BizCode, SubCode } = readWith(ANSWER, answer, table).ResultObject;
  const both = `200/${BizCode}/${SubCode}`;
  // The detail adds to the result and never decides it: a new one leaves the plain result.
  return { code: table.has(both) ? both : `200/${BizCode}` };
}

const shared = { kind: "phone", version: "2019-03-07", place: "form", success: "200" } as const;

type TwoElements = { kind: "phone"; phone: string; name: string };

/** Name and mobile number. */
export function mobile2MetaVerify(paramType: ParamType): Action {
  const writing = PHONE_WRITING[paramType];
  return defineAction<TwoElements>({
    ...shared,
    fields: ["mobile-number", "name"],
    table: MOBILE_2_META_VERIFY,
    parameters: ({ phone, name }, { reveal }) => ({
      ParamType: paramType,
      Mobile: writing.phone(reveal(phone)),
      UserName: writing.name(reveal(name)),
    }),
    find: (answer) => find(answer, MOBILE_2_META_VERIFY),
  });
}

const THREE_ELEMENTS: Readonly<Record<VerifyMode, ResultTable>> = {
  brief: MOBILE_3_META_SIMPLE_VERIFY,
  detailed: MOBILE_3_META_DETAIL_VERIFY,
};

/** Name, resident ID number and mobile number. */
export function mobile3MetaVerify(paramType: ParamType, verifyMode: VerifyMode): Action {
  const writing = PHONE_WRITING[paramType];
  const table = THREE_ELEMENTS[verifyMode];
  return defineAction<TwoElements & { idNumber: string }>({
    ...shared,
    fields: ["mobile-number", "name", "id-document-number"],
    table,
    parameters: ({ phone, name, idNumber }, { reveal }) => ({
      ParamType: paramType,
      Mobile: writing.phone(reveal(phone)),
      IdentifyNum: writing.idNumber(reveal(idNumber)),
      UserName: writing.name(reveal(name)),
    }),
    find: (answer) => find(answer, table),
  });
}
