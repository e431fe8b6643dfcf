import type { Action } from "./action.ts";
import { ID_ELEMENTS } from "./element.ts";
import { personCheck } from "./person-check.ts";
import { serverResult } from "./server-answer.ts";

/**
 * Name and ID number: 1 match, 2 mismatch, 3 no record.
 * https://help.aliyun.com/zh/id-verification/information-verification/developer-reference/vatsl9lfmbwe74iv.
 */
export const id2MetaVerify: Action = personCheck({
  name: "Id2MetaVerify",
  elements: ["IdentifyNum", "UserName"],
  writings: ID_ELEMENTS,
  find({ IdentifyNum, UserName }, people) {
    // A digest of the birth date still leaves one number.
    const person = people.find(({ idNumber }) => IdentifyNum.is(idNumber));
    if (person === undefined) return serverResult({ BizCode: "3" });
    return serverResult({ BizCode: UserName.is(person.name) ? "1" : "2" });
  },
});
