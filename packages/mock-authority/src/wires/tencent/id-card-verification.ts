import { isIdNumber } from "../../personas/check-digits.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Action } from "./action.ts";
import { isPersonName } from "./person-name.ts";
import { codeOfState } from "./special-names.ts";

/** All but -6 (source being upgraded), which has no value that means it. */
const DESCRIPTIONS = {
  "0": "姓名和身份证号一致",
  "-1": "姓名和身份证号不一致",
  "-2": "非法身份证号",
  "-3": "非法姓名",
  "-4": "证件库服务异常",
  "-5": "证件库中无此身份证记录",
  "-7": "认证次数超过当日限制",
} as const;

type Result = keyof typeof DESCRIPTIONS;

function judge(idNumber: string, name: string, registry: Registry): Result {
  if (!isIdNumber(idNumber)) return "-2";
  if (!isPersonName(name)) return "-3";
  const hindrance = codeOfState(name, { busy: "-4", "daily-limit": "-7" });
  if (hindrance !== undefined) return hindrance;
  const person = registry.personByIdNumber(idNumber);
  if (person === undefined) return "-5";
  return person.name === name ? "0" : "-1";
}

/** Name and ID number, https://cloud.tencent.com/document/api/1007/33188. */
export const idCardVerification: Action = {
  name: "IdCardVerification",
  product: "faceid",
  version: "2018-03-01",
  parameters: {
    IdCard: { kind: "text", required: true, encryptable: true, field: "id-document-number" },
    Name: { kind: "text", required: true, encryptable: true, field: "name" },
    Encryption: { kind: "encryption" },
  },
  answer({ IdCard = "", Name = "" }, registry) {
    const Result = judge(IdCard, Name, registry);
    return { kind: "answer", status: Result, response: { Result, Description: DESCRIPTIONS[Result] } };
  },
};
