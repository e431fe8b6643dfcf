import type { PersonPersona } from "../../personas/people.ts";
import type { Registry } from "../../personas/registry.ts";
import type { Action, Parameter } from "./action.ts";
import { resultAnswer } from "./results.ts";
import { carrierType, personOf, subscriberOf, written, type Writing } from "./subscribers.ts";

interface Variant {
  readonly name: string;
  readonly writing: Writing;
  readonly detailed: boolean;
  /** Names of the parameters for name and mobile number. */
  readonly members: readonly [name: string, mobile: string];
}

const USUAL = ["name", "mobile"] as const;

const VARIANTS: readonly Variant[] = [
  { name: "carriers-auth", writing: "plain", detailed: false, members: USUAL },
  { name: "carriers-auth-md5", writing: "md5", detailed: false, members: USUAL },
  { name: "carriersAuthSha256", writing: "sha256", detailed: false, members: ["chName", "chTel"] },
  { name: "carriers-auth-detail", writing: "plain", detailed: true, members: USUAL },
  { name: "carriers-auth-detail-md5", writing: "md5", detailed: true, members: USUAL },
  { name: "carriers-auth-detail-sha256", writing: "sha256", detailed: true, members: USUAL },
];

/** The vendor's remark on each way to disagree (`CarriersAuthDetailSha256Detail` of its SDK). */
const DETAILS = {
  "02": "手机号已实名，但身份证和姓名均不一致",
  "03": "手机号已实名，手机号和证件号一致，姓名不一致",
  "04": "手机号已实名，手机号和姓名一致，身份证不一致",
  "05": "其他不一致",
  "06": "姓名身份证不一致",
} as const;

interface Given {
  readonly name: string;
  readonly idNum: string;
}

/** Where neither part is the subscriber's, the person behind the given ID number decides between the rest. */
function describe(
  subscriber: PersonPersona,
  { name, idNum }: Given,
  { writing, registry }: { writing: Writing; registry: Registry },
): keyof typeof DETAILS {
  if (written(subscriber.idNumber, writing) === idNum) return "03";
  if (written(subscriber.name, writing) === name) return "04";
  const other = personOf(idNum, { writing, registry });
  if (other === undefined) return "05";
  return written(other.name, writing) === name ? "02" : "06";
}

function parametersOf({ writing, members: [name, mobile] }: Variant): Readonly<Record<string, Parameter>> {
  const plain = writing === "plain";
  return {
    [name]: { field: "name", form: plain ? "text" : writing },
    idNum: { field: "id-document-number", form: plain ? "id-number" : writing },
    [mobile]: { field: "mobile-number", form: plain ? "mobile" : writing },
  };
}

function threeElements(variant: Variant): Action {
  const { name, writing, detailed, members } = variant;
  return {
    name,
    path: `/api/v2/auth/carriers/${name}`,
    success: "000000",
    billing: "number",
    parameters: parametersOf(variant),
    answer(values, registry) {
      const given = { name: values[members[0]] ?? "", idNum: values["idNum"] ?? "" };
      const subscriber = subscriberOf(values[members[1]] ?? "", { writing, registry });
      if (subscriber === undefined) return resultAnswer("03");
      const type = carrierType(subscriber);
      const agrees =
        written(subscriber.name, writing) === given.name &&
        written(subscriber.idNumber, writing) === given.idNum;
      if (agrees) return resultAnswer("01", { type });
      if (!detailed) return resultAnswer("02", { type });
      const code = describe(subscriber, given, { writing, registry });
      return resultAnswer("02", { type, detail: { code, remark: DETAILS[code] } });
    },
  };
}

/** Name, resident ID number and mobile number: plain, MD5 and SHA-256, each with and without the detail. */
export const carriersAuth: readonly Action[] = VARIANTS.map(threeElements);
