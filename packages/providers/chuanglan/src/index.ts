export { chuanglan } from "./chuanglan.ts";
export type { Digest } from "./digest.ts";
export type { ChuanglanOptions, ChuanglanPrices, PricedAction, VerifyMode } from "./options.ts";
export { CHUANGLAN_RESULT_TABLES } from "./result-tables.ts";
