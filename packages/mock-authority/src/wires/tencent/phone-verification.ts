import { isIdNumber } from "../../personas/check-digits.ts";
import type { PersonPersona } from "../../personas/people.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Action, Answer } from "./action.ts";
import { isPersonName } from "./person-name.ts";

/** Results this mock derives from the values; -11 (busy), -12 (daily limit) and -13 (segment) have none. */
const DESCRIPTIONS = {
  "0": "认证通过",
  "-4": "信息不一致",
  "-6": "手机号码不合法",
  "-7": "身份证号码有误",
  "-8": "姓名校验不通过",
  "-9": "没有记录",
} as const;

type Result = keyof typeof DESCRIPTIONS;

interface Elements {
  readonly phone: string;
  readonly idNumber: string;
  readonly name: string;
}

function findMalformed({ phone, idNumber, name }: Elements): Result | undefined {
  if (!/^1[3-9]\d{9}$/.test(phone)) return "-6";
  if (!isIdNumber(idNumber)) return "-7";
  if (!isPersonName(name)) return "-8";
  return undefined;
}

/**
 * The vendor's five ways to disagree, read off the subscriber's record. Where neither part is the
 * subscriber's, the person behind the given ID number decides between the last three.
 */
function describeMismatch(
  subscriber: PersonPersona,
  { idNumber, name }: Elements,
  registry: Registry,
): string {
  if (subscriber.name === name) return "PhoneIdCardMismatch";
  if (subscriber.idNumber === idNumber) return "PhoneNameMismatch";
  const other = registry.personByIdNumber(idNumber);
  if (other === undefined) return "OtherMismatch";
  return other.name === name ? "PhoneNameIdCardMismatch" : "NameIdCardMismatch";
}

function answerWith(result: Result, more: Readonly<Record<string, string>> = {}): Answer {
  return {
    kind: "answer",
    status: result,
    response: { Result: result, Description: DESCRIPTIONS[result], Isp: "", ...more },
  };
}

/** Phone, name and ID number, https://cloud.tencent.com/document/api/1007/39765. */
export const phoneVerification: Action = {
  name: "PhoneVerification",
  product: "faceid",
  version: "2018-03-01",
  parameters: {
    IdCard: { kind: "text", required: true, field: "id-document-number" },
    Name: { kind: "text", required: true, field: "name" },
    Phone: { kind: "text", required: true, field: "mobile-number" },
    VerifyMode: { kind: "text", oneOf: ["0", "1"] },
    CiphertextBlob: { kind: "encryption" },
    EncryptList: { kind: "encryption" },
    Iv: { kind: "encryption" },
  },
  answer({ IdCard = "", Name = "", Phone = "", VerifyMode = "0" }, registry) {
    const given: Elements = { phone: Phone, idNumber: IdCard, name: Name };
    const malformed = findMalformed(given);
    if (malformed !== undefined) return answerWith(malformed);
    const subscriber = registry.personByPhone(Phone);
    if (subscriber === undefined) return answerWith("-9");
    const isp = { Isp: subscriber.carrier ?? "" };
    if (subscriber.idNumber === IdCard && subscriber.name === Name) return answerWith("0", isp);
    if (VerifyMode === "0") return answerWith("-4", isp);
    return answerWith("-4", { ...isp, ResultDetail: describeMismatch(subscriber, given, registry) });
  },
};
