export type { TencentOptions, TencentPrices } from "./options.ts";
export type { VerifyMode } from "./phone-verification.ts";
export { TENCENT_RESULT_TABLES } from "./result-tables.ts";
export { tencent } from "./tencent.ts";
