import type { Registry } from "../../personas/registry.ts";
import type { Action } from "./action.ts";
import { isPersonName } from "./person-name.ts";
import { codeOfState } from "./special-names.ts";
import { isMobileNumber } from "./three-elements.ts";

/** All but -2 (engine error), which has no value that means it. */
const DESCRIPTIONS = {
  "0": "验证结果一致",
  "1": "验证结果不一致",
  "-1": "查无记录",
  "-3": "引擎服务异常",
  "-4": "姓名校验不通过",
  "-5": "手机号码不合法",
  "-6": "认证次数超过当日限制，请次日重试",
  "-13": "该号段不支持验证",
} as const;

type Result = keyof typeof DESCRIPTIONS;

function judge(phone: string, name: string, registry: Registry): Result {
  if (!isPersonName(name)) return "-4";
  if (!isMobileNumber(phone)) return "-5";
  const hindrance = codeOfState(name, { busy: "-3", "daily-limit": "-6", segment: "-13" });
  if (hindrance !== undefined) return hindrance;
  const subscriber = registry.personByPhone(phone);
  if (subscriber === undefined) return "-1";
  return subscriber.name === name ? "0" : "1";
}

/** Phone and name, https://cloud.tencent.com/document/api/1007/50364. */
export const phoneAndNameCheck: Action = {
  name: "CheckPhoneAndName",
  product: "faceid",
  version: "2018-03-01",
  parameters: {
    Mobile: { kind: "text", required: true, encryptable: true, field: "mobile-number" },
    Name: { kind: "text", required: true, encryptable: true, field: "name" },
    Encryption: { kind: "encryption" },
  },
  answer({ Mobile = "", Name = "" }, registry) {
    const Result = judge(Mobile, Name, registry);
    return { kind: "answer", status: Result, response: { Result, Description: DESCRIPTIONS[Result] } };
  },
};
