import type { Action } from "./action.ts";
import { businessLicenceVerification } from "./business-licence-verification.ts";
import { idCardVerification } from "./id-card-verification.ts";
import { phoneVerification } from "./phone-verification.ts";

/** Every action this wire answers, by the value of X-TC-Action. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(
  [idCardVerification, phoneVerification, businessLicenceVerification].map((action) => [action.name, action]),
);

/** Products of those actions. */
export const PRODUCTS: readonly string[] = [...new Set([...ACTIONS.values()].map(({ product }) => product))];
