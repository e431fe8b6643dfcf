import type { Action } from "./action.ts";
import { businessLicenceVerification4 } from "./business-licence-verification-4.ts";
import { businessLicenceVerification } from "./business-licence-verification.ts";
import { encryptedPhoneVerification } from "./encrypted-phone-verification.ts";
import { idCardVerification } from "./id-card-verification.ts";
import { idNameDateCheck } from "./id-name-date-check.ts";
import { phoneAndNameCheck } from "./phone-and-name-check.ts";
import { carrierVerifications } from "./phone-verification-carrier.ts";
import { phoneVerification } from "./phone-verification.ts";

const ALL: readonly Action[] = [
  idCardVerification,
  idNameDateCheck,
  phoneAndNameCheck,
  phoneVerification,
  ...carrierVerifications,
  encryptedPhoneVerification,
  businessLicenceVerification,
  businessLicenceVerification4,
];

/** Every action this wire answers, by the value of X-TC-Action. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(ALL.map((action) => [action.name, action]));

/** Products of those actions. */
export const PRODUCTS: readonly string[] = [...new Set(ALL.map(({ product }) => product))];
