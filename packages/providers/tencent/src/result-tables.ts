import type { ResultTable } from "@shiming/provider-kit";
import { CHECK_ID_NAME_DATE } from "./check-id-name-date.ts";
import { CHECK_PHONE_AND_NAME } from "./check-phone-and-name.ts";
import { ENCRYPTED_PHONE_VERIFICATION } from "./encrypted-phone-verification.ts";
import { ID_CARD_VERIFICATION } from "./id-card-verification.ts";
import { PHONE_VERIFICATION_CARRIER } from "./phone-verification-carrier.ts";
import { PHONE_VERIFICATION } from "./phone-verification.ts";
import { VERIFY_BIZ_LICENSE_4 } from "./verify-biz-license-4.ts";
import { VERIFY_BIZ_LICENSE } from "./verify-biz-license.ts";

/** Every code that this provider understands, what it becomes and whether it is charged: for tests and documentation. */
export const TENCENT_RESULT_TABLES: readonly ResultTable[] = [
  ID_CARD_VERIFICATION,
  CHECK_ID_NAME_DATE,
  CHECK_PHONE_AND_NAME,
  PHONE_VERIFICATION,
  PHONE_VERIFICATION_CARRIER.CMCC,
  PHONE_VERIFICATION_CARRIER.CUCC,
  PHONE_VERIFICATION_CARRIER.CTCC,
  ENCRYPTED_PHONE_VERIFICATION,
  VERIFY_BIZ_LICENSE,
  VERIFY_BIZ_LICENSE_4,
];
