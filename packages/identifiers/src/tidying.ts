import type { FindingCode } from "./finding-codes.ts";

/**
 * How to read an untidy character: what to write in its place, one character or none to drop it; what to tell about
 * it, if anyone need hear of it; and whether it is an ordinary way of writing, accepted without leniency.
 */
export type Reading = readonly [replacement: string, note?: FindingCode | undefined, isOrdinary?: boolean];

/** Recognises an untidy character of a text. The ASCII characters from / to ~ are always tidy and not asked about. */
export type Tidying = (text: string, index: number) => Reading | undefined;
