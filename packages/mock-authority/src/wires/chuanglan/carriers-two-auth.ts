import type { Action } from "./action.ts";
import { resultAnswer } from "./results.ts";
import { carrierType, subscriberOf, written } from "./subscribers.ts";

function twoElements(writing: "plain" | "md5"): Action {
  const name = writing === "plain" ? "carriers-two-auth" : "carriers-two-auth-md5";
  return {
    name,
    path: `/api/v2/auth/carriers/${name}`,
    success: "000000",
    billing: "number",
    parameters: {
      name: { field: "name", form: writing === "plain" ? "text" : writing },
      mobile: { field: "mobile-number", form: writing === "plain" ? "mobile" : writing },
    },
    answer(values, registry) {
      const subscriber = subscriberOf(values["mobile"] ?? "", { writing, registry });
      if (subscriber === undefined) return resultAnswer("03");
      const agrees = written(subscriber.name, writing) === values["name"];
      return resultAnswer(agrees ? "01" : "02", { type: carrierType(subscriber) });
    },
  };
}

/** Name and mobile number, plain and as MD5. The vendor has no SHA-256 of it. */
export const carriersTwoAuth: readonly Action[] = [twoElements("plain"), twoElements("md5")];
