import type { ResultTable } from "@shiming/provider-kit";
import { ID_CARD_VERIFICATION } from "./id-card-verification.ts";
import { PHONE_VERIFICATION } from "./phone-verification.ts";
import { VERIFY_BIZ_LICENSE } from "./verify-biz-license.ts";

/** Every code that this provider understands, what it becomes and whether it is charged: for tests and documentation. */
export const TENCENT_RESULT_TABLES: readonly ResultTable[] = [
  ID_CARD_VERIFICATION,
  PHONE_VERIFICATION,
  VERIFY_BIZ_LICENSE,
];
