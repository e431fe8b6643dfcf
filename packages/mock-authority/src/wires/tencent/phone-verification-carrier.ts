import type { Carrier } from "../../personas/people.ts";
import type { Action } from "./action.ts";
import { agree, answerWith, findHindrance, findMalformed, readElements } from "./three-elements.ts";

/**
 * Phone, name and ID number for the numbers of one carrier, which has neither a detailed mode nor a daily limit. That a
 * number of another carrier is one of a segment that is not supported (-13) is this mock's reading.
 *
 * Source: https://github.com/TencentCloud/tencentcloud-sdk-nodejs, src/services/faceid/v20180301/faceid_models.ts.
 */
function forCarrier(suffix: string, carrier: Carrier): Action {
  return {
    name: `PhoneVerification${suffix}`,
    product: "faceid",
    version: "2018-03-01",
    parameters: {
      IdCard: { kind: "text", required: true, encryptable: true, field: "id-document-number" },
      Name: { kind: "text", required: true, encryptable: true, field: "name" },
      Phone: { kind: "text", required: true, encryptable: true, field: "mobile-number" },
      Encryption: { kind: "encryption" },
    },
    answer(values, registry) {
      const given = readElements(values);
      const early = findMalformed(given) ?? findHindrance(given, { hasDailyLimit: false });
      if (early !== undefined) return answerWith(early);
      const subscriber = registry.personByPhone(given.phone);
      if (subscriber === undefined) return answerWith("-9");
      const Isp = subscriber.carrier ?? "";
      if (subscriber.carrier !== carrier) return answerWith("-13", { Isp });
      return answerWith(agree(given, registry) ? "0" : "-4", { Isp });
    },
  };
}

/** The three of them. */
export const carrierVerifications: readonly Action[] = [
  forCarrier("CMCC", "移动"),
  forCarrier("CUCC", "联通"),
  forCarrier("CTCC", "电信"),
];
