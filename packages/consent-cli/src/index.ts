export { checkDeclarations } from "./check/check.ts";
export type { CheckOptions } from "./check/check.ts";
export { defineConsentConfig } from "./config.ts";
export type { ConsentConfig, ConsentConfigOptions, SdkOptions } from "./config.ts";
export type {
  Declaration,
  DeclaredPermission,
  DeclaredSdk,
  DeclaredSwitch,
  DeclaredText,
} from "./declaration.ts";
export { DeclarationError } from "./declaration-error.ts";
export type { DeclarationErrorCode } from "./declaration-error.ts";
export type { Finding, Level } from "./finding.ts";
export { toSarif } from "./output/sarif.ts";
export type { SarifLog, SarifResult, SarifRule } from "./output/sarif.ts";
export type { Place } from "./place.ts";
export { readDeclaration } from "./read-declaration.ts";
export type { RuleId } from "./rules.ts";
