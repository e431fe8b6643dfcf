import type { Action } from "./action.ts";
import { encryptedPhoneVerification, type Digest } from "./encrypted-phone-verification.ts";
import { phoneVerificationCarrier } from "./phone-verification-carrier.ts";
import { phoneVerification, type VerifyMode } from "./phone-verification.ts";

/** What some of them need to know. */
export interface PhoneActionOptions {
  readonly verifyMode: VerifyMode;
  readonly digest: Digest;
}

/** An action for a phone with name and ID number. */
export type PhoneAction =
  | "PhoneVerification"
  | "PhoneVerificationCMCC"
  | "PhoneVerificationCUCC"
  | "PhoneVerificationCTCC"
  | "EncryptedPhoneVerification";

/** How each is made. */
export const PHONE_ACTIONS: Readonly<Record<PhoneAction, (options: PhoneActionOptions) => Action>> = {
  PhoneVerification: ({ verifyMode }) => phoneVerification(verifyMode),
  PhoneVerificationCMCC: () => phoneVerificationCarrier("CMCC"),
  PhoneVerificationCUCC: () => phoneVerificationCarrier("CUCC"),
  PhoneVerificationCTCC: () => phoneVerificationCarrier("CTCC"),
  EncryptedPhoneVerification: ({ digest }) => encryptedPhoneVerification(digest),
};
