import type { PersonPersona } from "../../personas/people.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Action } from "./action.ts";
import {
  agree,
  answerWith,
  findHindrance,
  findMalformed,
  readElements,
  type ThreeElements,
} from "./three-elements.ts";

/**
 * The vendor's five ways to disagree, read off the subscriber's record. Where neither part is the
 * subscriber's, the person behind the given ID number decides between the last three.
 */
function describeMismatch(
  subscriber: PersonPersona,
  { idNumber, name }: ThreeElements,
  registry: Registry,
): string {
  if (subscriber.name === name) return "PhoneIdCardMismatch";
  if (subscriber.idNumber === idNumber) return "PhoneNameMismatch";
  const other = registry.personByIdNumber(idNumber);
  if (other === undefined) return "OtherMismatch";
  return other.name === name ? "PhoneNameIdCardMismatch" : "NameIdCardMismatch";
}

/** Phone, name and ID number, https://cloud.tencent.com/document/api/1007/39765. */
export const phoneVerification: Action = {
  name: "PhoneVerification",
  product: "faceid",
  version: "2018-03-01",
  parameters: {
    IdCard: { kind: "text", required: true, encryptable: true, field: "id-document-number" },
    Name: { kind: "text", required: true, encryptable: true, field: "name" },
    Phone: { kind: "text", required: true, encryptable: true, field: "mobile-number" },
    VerifyMode: { kind: "text", oneOf: ["0", "1"] },
    CiphertextBlob: { kind: "encryption" },
    EncryptList: { kind: "encryption" },
    Iv: { kind: "encryption" },
  },
  answer(values, registry) {
    const given = readElements(values);
    const early = findMalformed(given) ?? findHindrance(given, { hasDailyLimit: true });
    if (early !== undefined) return answerWith(early);
    const subscriber = registry.personByPhone(given.phone);
    if (subscriber === undefined) return answerWith("-9");
    const isp = { Isp: subscriber.carrier ?? "" };
    if (agree(given, registry)) return answerWith("0", isp);
    if (values["VerifyMode"] !== "1") return answerWith("-4", isp);
    return answerWith("-4", { ...isp, ResultDetail: describeMismatch(subscriber, given, registry) });
  },
};
