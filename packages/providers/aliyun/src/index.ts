export { aliyun } from "./aliyun.ts";
export type { CompanySettings } from "./ent-element-verify.ts";
export type { VerifyMode } from "./mobile-meta-verify.ts";
export type { AliyunOptions, AliyunPrices } from "./options.ts";
export type { ParamType } from "./param-type.ts";
export { ALIYUN_RESULT_TABLES } from "./result-tables.ts";
