import type { NetworkIdentityCheck, PhoneCheck, ResidentIdCheck } from "@shiming/contract";

/** Test citizens that the NPPA publishes for its real-name interface (test system description V1.2, section 1). */
export const YIYI: ResidentIdCheck = { kind: "resident-id", name: "某一一", idNumber: "110000190101010001" };
export const YIER: ResidentIdCheck = { kind: "resident-id", name: "某一二", idNumber: "110000190101020007" };

/** The same number with a last character that does not fit (GB 11643-1999 4.2.4). */
export const MISTYPED: ResidentIdCheck = { ...YIYI, idNumber: "110000190101010002" };

export const PHONE: PhoneCheck = { kind: "phone", phone: "13800138000", name: "某一一" };

export const CREDENTIAL: NetworkIdentityCheck = {
  kind: "network-identity",
  bizSeq: "0123456789abcdef0123456789ABCDEF",
  mode: "R01",
  idCardAuthData: "opaque-credential",
};
