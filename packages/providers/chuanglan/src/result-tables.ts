import type { ResultTable } from "@shiming/provider-kit";
import { CARRIERS_AUTH_DETAIL } from "./carriers-auth-detail.ts";
import { CARRIERS_AUTH, CARRIERS_AUTH_MD5, CARRIERS_AUTH_SHA256 } from "./carriers-auth.ts";
import { CARRIERS_TWO_AUTH, CARRIERS_TWO_AUTH_MD5 } from "./carriers-two-auth.ts";
import { BUSINESS_FOUR_AUTH } from "./company-four.ts";
import { BUSINESS_THREE_AUTH } from "./company-three.ts";
import { TWO_ELEMENTS_CHECK } from "./company-two.ts";
import { ID_CARD_AUTH } from "./id-card-auth.ts";

/** Every code that this provider understands, what it becomes and whether it is charged: for tests and documentation. */
export const CHUANGLAN_RESULT_TABLES: readonly ResultTable[] = [
  ID_CARD_AUTH,
  CARRIERS_TWO_AUTH,
  CARRIERS_TWO_AUTH_MD5,
  CARRIERS_AUTH,
  CARRIERS_AUTH_MD5,
  CARRIERS_AUTH_SHA256,
  CARRIERS_AUTH_DETAIL.plain,
  CARRIERS_AUTH_DETAIL.md5,
  CARRIERS_AUTH_DETAIL.sha256,
  TWO_ELEMENTS_CHECK,
  BUSINESS_THREE_AUTH,
  BUSINESS_FOUR_AUTH,
];
