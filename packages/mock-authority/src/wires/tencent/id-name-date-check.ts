import { isIdNumber } from "../../personas/check-digits.ts";
import type { PersonPersona } from "../../personas/people.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Action, Values } from "./action.ts";
import { isPersonName } from "./person-name.ts";
import { codeOfState } from "./special-names.ts";

const DESCRIPTIONS = {
  "0": "一致",
  "-1": "不一致",
  "-2": "非法身份证号",
  "-3": "非法姓名",
  "-4": "非法有效期",
  "-5": "身份信息无效",
  "-6": "证件库服务异常",
  "-7": "证件库中无此身份证记录",
  "-8": "认证次数超过当日限制，请次日重试",
} as const;

type Result = keyof typeof DESCRIPTIONS;

const LONG_TERM = "00000000";

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  const iso = `${year}-${month}-${day}`;
  const time = Date.parse(iso);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

/** Eight digits, as the vendor writes the day on the card. */
function compact(day: string | undefined): string | undefined {
  return day === "long-term" ? LONG_TERM : day?.replaceAll("-", "");
}

function isWellFormed({ ValidityBegin = "", ValidityEnd = "" }: Values): boolean {
  return isDate(ValidityBegin) && (ValidityEnd === LONG_TERM || isDate(ValidityEnd));
}

function isCardOf({ name, idCardValidity }: PersonPersona, given: Values): boolean {
  return (
    name === given["Name"] &&
    compact(idCardValidity?.from) === given["ValidityBegin"] &&
    compact(idCardValidity?.to) === given["ValidityEnd"]
  );
}

function judge(given: Values, registry: Registry): Result {
  const { IdCard = "", Name = "" } = given;
  if (!isIdNumber(IdCard)) return "-2";
  if (!isPersonName(Name)) return "-3";
  if (!isWellFormed(given)) return "-4";
  const hindrance = codeOfState(Name, { "identity-invalid": "-5", busy: "-6", "daily-limit": "-8" });
  if (hindrance !== undefined) return hindrance;
  const person = registry.personByIdNumber(IdCard);
  if (person === undefined) return "-7";
  return isCardOf(person, given) ? "0" : "-1";
}

/**
 * Name, ID number and both ends of the card's validity.
 *
 * Source: https://github.com/TencentCloud/tencentcloud-sdk-nodejs, src/services/faceid/v20180301/faceid_models.ts.
 */
export const idNameDateCheck: Action = {
  name: "CheckIdNameDate",
  product: "faceid",
  version: "2018-03-01",
  parameters: {
    Name: { kind: "text", required: true, encryptable: true, field: "name" },
    IdCard: { kind: "text", required: true, encryptable: true, field: "id-document-number" },
    ValidityBegin: { kind: "text", required: true, field: "id-document-validity" },
    ValidityEnd: { kind: "text", required: true, field: "id-document-validity" },
    Encryption: { kind: "encryption" },
  },
  answer(values, registry) {
    const Result = judge(values, registry);
    return { kind: "answer", status: Result, response: { Result, Description: DESCRIPTIONS[Result] } };
  },
};
