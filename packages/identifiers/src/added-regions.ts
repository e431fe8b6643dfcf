/**
 * The region codes that callers have added, for as long as the process lives. Apart from the table of known codes, so
 * that the default warning can ask for them without bringing that table along with every kind.
 */
export const addedRegions: Set<string> = /* @__PURE__ */ new Set();
