export { GeneratorError } from "./generate/generator-error.ts";
export type { GeneratorField } from "./generate/generator-error.ts";
export { createGenerator } from "./generate/generator.ts";
export type { IdentifierGenerator, WrongCode } from "./generate/generator.ts";
export type { ResidentIdOptions } from "./generate/residents.ts";
