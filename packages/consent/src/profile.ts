/** How strictly the rules are read. */
export type Profile = "default" | "cautious" | "draft";

/** The settings of each profile. */
export const PROFILES: Readonly<Record<Profile, object>> = { default: {}, cautious: {}, draft: {} };
