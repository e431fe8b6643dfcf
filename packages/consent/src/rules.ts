/** The collection rules as data and as a function: `@shiming/consent/rules`. */
export { evaluate } from "./rules/evaluate.ts";
