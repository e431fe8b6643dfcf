import type { Carrier, PersonPersona } from "../../personas/people.ts";
import type { Action, Answer } from "./action.ts";
import { PHONE_ELEMENTS } from "./element.ts";
import { personCheck } from "./person-check.ts";
import type { Sent } from "./person-check.ts";
import { serverResult } from "./server-answer.ts";

/** Carriers as this product prints them. */
const ISP_NAMES: Readonly<Record<Carrier, string>> = { 移动: "CMCC", 联通: "CUCC", 电信: "CTCC" };

const ispOf = ({ carrier }: PersonPersona): { IspName?: string } =>
  carrier === undefined ? {} : { IspName: ISP_NAMES[carrier] };

type Three = Readonly<Record<"Mobile" | "IdentifyNum" | "UserName", Sent>>;

/** How the three of a subscriber agree, as `SubCode` of the detailed action. */
function compare({ IdentifyNum, UserName }: Three, { idNumber, name }: PersonPersona): string {
  const named = UserName.is(name);
  if (IdentifyNum.is(idNumber)) return named ? "101" : "203";
  return named ? "202" : "201";
}

function threeElements(name: string, detailed: boolean): Action {
  const answer = (BizCode: string, more: { SubCode: string; IspName?: string }): Answer => {
    const { SubCode, ...isp } = more;
    return serverResult({ BizCode, ...isp, ...(detailed && { SubCode }) });
  };
  return personCheck({
    name,
    elements: ["Mobile", "IdentifyNum", "UserName"],
    writings: PHONE_ELEMENTS,
    find(sent, people) {
      const subscriber = people.find(({ phone }) => sent.Mobile.is(phone));
      if (subscriber === undefined) return answer("3", { SubCode: "301" });
      const SubCode = compare(sent, subscriber);
      return answer(SubCode === "101" ? "1" : "2", { SubCode, ...ispOf(subscriber) });
    },
  });
}

/** Phone and name: 1 match, 2 mismatch, 3 no record. */
export const mobile2MetaVerify: Action = personCheck({
  name: "Mobile2MetaVerify",
  elements: ["Mobile", "UserName"],
  writings: PHONE_ELEMENTS,
  find({ Mobile, UserName }, people) {
    const subscriber = people.find(({ phone }) => Mobile.is(phone));
    if (subscriber === undefined) return serverResult({ BizCode: "3" });
    return serverResult({ BizCode: UserName.is(subscriber.name) ? "1" : "2", ...ispOf(subscriber) });
  },
});

/** Phone, name and ID number. */
export const mobile3MetaSimpleVerify: Action = threeElements("Mobile3MetaSimpleVerify", false);

/** The same with a `SubCode` that says which part disagrees. */
export const mobile3MetaDetailVerify: Action = threeElements("Mobile3MetaDetailVerify", true);
