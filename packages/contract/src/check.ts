/** Whether a mobile number is registered to a person. */
export interface PhoneCheck {
  readonly kind: "phone";
  /** Mainland mobile number; `+86`, spaces and hyphens are taken off before it is sent. */
  readonly phone: string;
  /** The person's name, as registered with the carrier. */
  readonly name: string;
  /** Resident ID number, 18 characters, GB 11643-1999. With it the check has three elements, without it two. */
  readonly idNumber?: string;
}

/** Whether the phone in hand has a mobile number, by the one-tap sign-in of its carrier. */
export interface PhonePossessionCheck {
  readonly kind: "phone-possession";
  /** The single-use token of the carrier's one-tap SDK. */
  readonly token: string;
  /** The number to compare; without it the authority tells the number. */
  readonly phone?: string;
  /** The carrier that made the token: China Mobile, China Unicom or China Telecom. Default: not told. */
  readonly operator?: "CMCC" | "CUCC" | "CTCC";
}

/** Whether a name and a resident ID number belong together, and on request the validity of the card. */
export interface ResidentIdCheck {
  readonly kind: "resident-id";
  /** The person's name, as on the card. */
  readonly name: string;
  /** 18 characters, GB 11643-1999. */
  readonly idNumber: string;
  /** First day of the card's validity, `YYYY-MM-DD`. */
  readonly validFrom?: string;
  /** Last day of the card's validity, `YYYY-MM-DD`, or `long-term`. */
  readonly validTo?: string;
}

/** Whether an organisation has this name and code, and on request this legal representative. */
export interface CreditCodeCheck {
  readonly kind: "credit-code";
  /** Unified social credit code, 18 characters, GB 32100-2015. */
  readonly creditCode: string;
  /** The name as registered, in full. */
  readonly entityName: string;
  /** Who represents it. Default: not compared; without `idNumber`, the name alone. */
  readonly legalRepresentative?: { readonly name: string; readonly idNumber?: string };
}

/** R01 credential, R02 credential and password, R03 credential and face, R04 all three. */
export type NetworkIdentityMode = "R01" | "R02" | "R03" | "R04";

/** Whether the credentials of a person's national network identity (国家网络身份认证公共服务) hold for this transaction. */
export interface NetworkIdentityCheck {
  readonly kind: "network-identity";
  /** 32 letters and digits, one for each transaction, made by the platform. */
  readonly bizSeq: string;
  /** What the person showed the official app. */
  readonly mode: NetworkIdentityMode;
  /** Opaque data from the official app. */
  readonly idCardAuthData: string;
  /** Opaque data from the official app, with R02 and R04 only. */
  readonly certPwdData?: string;
  /** Base64 image of 10 to 70 kB, with R03 and R04 only. */
  readonly faceImage?: string;
}

/** One question to an authority, told apart by `kind`. It holds personal values and lives as short as the call. */
export type Check =
  PhoneCheck | PhonePossessionCheck | ResidentIdCheck | CreditCodeCheck | NetworkIdentityCheck;

/** The kinds of checks: what tells one {@link Check} from another. */
export type CheckKind = Check["kind"];
