import { isIdNumber } from "../../personas/check-digits.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Answer, Values } from "./action.ts";
import { isPersonName } from "./person-name.ts";
import { codeOfState } from "./special-names.ts";

/** Results of PhoneVerification and its variants by carrier, which do not all have every one. */
const DESCRIPTIONS = {
  "0": "认证通过",
  "-4": "信息不一致",
  "-6": "手机号码不合法",
  "-7": "身份证号码有误",
  "-8": "姓名校验不通过",
  "-9": "没有记录",
  "-11": "验证中心服务繁忙",
  "-12": "认证次数超过当日限制，请次日重试",
  "-13": "该号段不支持验证",
} as const;

/** A result code of theirs. */
export type ThreeElementResult = keyof typeof DESCRIPTIONS;

/** Phone, ID number and name as they were given. */
export interface ThreeElements {
  readonly phone: string;
  readonly idNumber: string;
  readonly name: string;
}

/** The elements among the parameters of a request. */
export function readElements({ Phone = "", IdCard = "", Name = "" }: Values): ThreeElements {
  return { phone: Phone, idNumber: IdCard, name: Name };
}

/** The first element that cannot be right. */
export function findMalformed({ phone, idNumber, name }: ThreeElements): ThreeElementResult | undefined {
  if (!isMobileNumber(phone)) return "-6";
  if (!isIdNumber(idNumber)) return "-7";
  if (!isPersonName(name)) return "-8";
  return undefined;
}

/** Eleven digits of a mainland mobile number. */
export function isMobileNumber(value: string): boolean {
  return /^1[3-9]\d{9}$/.test(value);
}

/** What keeps the vendor from looking at all, by name. */
export function findHindrance(
  { name }: ThreeElements,
  { hasDailyLimit }: { readonly hasDailyLimit: boolean },
): ThreeElementResult | undefined {
  return codeOfState(name, {
    busy: "-11",
    segment: "-13",
    ...(hasDailyLimit && { "daily-limit": "-12" }),
  });
}

/** Whether all three are one subscriber's. */
export function agree({ phone, idNumber, name }: ThreeElements, registry: Registry): boolean {
  const subscriber = registry.personByPhone(phone);
  return subscriber?.idNumber === idNumber && subscriber.name === name;
}

/** The answer, which names the carrier where there is a subscriber. */
export function answerWith(result: ThreeElementResult, more: Readonly<Record<string, string>> = {}): Answer {
  return {
    kind: "answer",
    status: result,
    response: { Result: result, Description: DESCRIPTIONS[result], Isp: "", ...more },
  };
}
