export { nppa } from "./nppa.ts";
export type { NppaOptions } from "./options.ts";
export { birthDateOfPi } from "./player-id.ts";
export { NPPA_RESULT_TABLES } from "./result-tables.ts";
