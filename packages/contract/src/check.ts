/** What can be asked of an authority. A check holds personal values; it lives as short as the call. */

export interface PhoneCheck {
  readonly kind: "phone";
  /** Mainland mobile number; `+86`, spaces and hyphens are taken off before it is sent. */
  readonly phone: string;
  readonly name: string;
  /** With it the check has three elements, without it two. */
  readonly idNumber?: string;
}

export interface PhonePossessionCheck {
  readonly kind: "phone-possession";
  /** The single-use token of the carrier's one-tap SDK. */
  readonly token: string;
  /** The number to compare; without it the authority tells the number. */
  readonly phone?: string;
  readonly operator?: "CMCC" | "CUCC" | "CTCC";
}

export interface ResidentIdCheck {
  readonly kind: "resident-id";
  readonly name: string;
  /** 18 characters, GB 11643-1999. */
  readonly idNumber: string;
  /** First day of the card's validity, `YYYY-MM-DD`. */
  readonly validFrom?: string;
  /** Last day of the card's validity, `YYYY-MM-DD`, or `long-term`. */
  readonly validTo?: string;
}

export interface CreditCodeCheck {
  readonly kind: "credit-code";
  /** Unified social credit code, 18 characters, GB 32100-2015. */
  readonly creditCode: string;
  readonly entityName: string;
  readonly legalRepresentative?: { readonly name: string; readonly idNumber?: string };
}

/** R01 credential, R02 credential and password, R03 credential and face, R04 all three. */
export type NetworkIdentityMode = "R01" | "R02" | "R03" | "R04";

export interface NetworkIdentityCheck {
  readonly kind: "network-identity";
  /** 32 letters and digits, one for each transaction, made by the platform. */
  readonly bizSeq: string;
  readonly mode: NetworkIdentityMode;
  /** Opaque data from the official app. */
  readonly idCardAuthData: string;
  /** Opaque data from the official app, with R02 and R04 only. */
  readonly certPwdData?: string;
  /** Base64 image of 10 to 70 kB, with R03 and R04 only. */
  readonly faceImage?: string;
}

/** One question to an authority, told apart by `kind`. */
export type Check =
  PhoneCheck | PhonePossessionCheck | ResidentIdCheck | CreditCodeCheck | NetworkIdentityCheck;

export type CheckKind = Check["kind"];
