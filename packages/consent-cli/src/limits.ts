/** Bytes that a declaration may have: real ones have a few thousand. */
export const MOST_BYTES = 1_048_576;

/** Levels that elements, objects and lists may nest: real files have fewer than ten. */
export const MOST_LEVELS = 64;
