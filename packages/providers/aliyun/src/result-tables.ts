import type { ResultTable } from "@shiming/provider-kit";
import { ENT_ELEMENT_VERIFY } from "./ent-element-verify.ts";
import { ID2_META_VERIFY } from "./id2-meta-verify.ts";
import {
  MOBILE_2_META_VERIFY,
  MOBILE_3_META_DETAIL_VERIFY,
  MOBILE_3_META_SIMPLE_VERIFY,
} from "./mobile-meta-verify.ts";

/** Every code that this provider understands, what it becomes and whether it is charged: for tests and documentation. */
export const ALIYUN_RESULT_TABLES: readonly ResultTable[] = [
  ID2_META_VERIFY,
  MOBILE_2_META_VERIFY,
  MOBILE_3_META_SIMPLE_VERIFY,
  MOBILE_3_META_DETAIL_VERIFY,
  ENT_ELEMENT_VERIFY,
];
