export type { Digest } from "./encrypted-phone-verification.ts";
export type {
  PricedAction,
  TencentActions,
  TencentEncryption,
  TencentOptions,
  TencentPrices,
} from "./options.ts";
export type { PhoneAction } from "./phone-actions.ts";
export type { VerifyMode } from "./phone-verification.ts";
export { TENCENT_RESULT_TABLES } from "./result-tables.ts";
export { tencent } from "./tencent.ts";
