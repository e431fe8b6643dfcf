import { defineResultTable, readWith, type ResultTable } from "@shiming/provider-kit";
import { z } from "zod";
import { defineAction, type Action } from "./action.ts";
import { CODE } from "./code.ts";
import { GATEWAY_ROWS } from "./gateway-rows.ts";
import { ID_WRITING, type ParamType } from "./param-type.ts";
import { SERVER_ROWS } from "./server-rows.ts";

/** The code of a result is `Code/BizCode`. */
export const ID2_META_VERIFY: ResultTable = defineResultTable({
  provider: "aliyun",
  action: "Id2MetaVerify",
  source:
    "https://help.aliyun.com/zh/id-verification/information-verification/developer-reference/vatsl9lfmbwe74iv",
  rows: [
    { code: "200/1", meaning: "name and number match", outcome: "match", charged: "yes" },
    { code: "200/2", meaning: "name and number do not match", outcome: "mismatch", charged: "yes" },
    { code: "200/3", meaning: "there is no such record", outcome: "no-record", charged: "no" },
    ...SERVER_ROWS,
    ...GATEWAY_ROWS,
  ],
});

const ANSWER = z.object({ ResultObject: z.object({ BizCode: CODE }) });

/** Name and resident ID number. */
export function id2MetaVerify(paramType: ParamType): Action {
  const writing = ID_WRITING[paramType];
  return defineAction<{ kind: "resident-id"; name: string; idNumber: string }>({
    kind: "resident-id",
    fields: ["name", "id-document-number"],
    version: "2019-03-07",
    place: "form",
    success: "200",
    table: ID2_META_VERIFY,
    parameters: ({ name, idNumber }, { reveal }) => ({
      ParamType: paramType,
      IdentifyNum: writing.idNumber(reveal(idNumber)),
      UserName: writing.name(reveal(name)),
    }),
    find: (answer) => ({
      code: `200/${readWith(ANSWER, answer, ID2_META_VERIFY).ResultObject.BizCode}`,
    }),
  });
}
