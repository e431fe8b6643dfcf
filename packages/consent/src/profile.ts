import { assertOption } from "@shiming/contract";

/** How strictly the rules are read: `default` is the law in force and the official references. */
export type Profile = "default" | "cautious" | "draft";

/** What a profile decides where the law leaves room. */
export interface ProfileSettings {
  /**
   * An ID number counts as sensitive, and a name beside it too. GB/T 35273-2020 annex B and METHOD 2.3 treat it so;
   * GB/T 45574-2025 lists only the photo of the card.
   */
  readonly idNumberSensitive: boolean;
  /**
   * A real-name duty asks for a true identity, not for the ID number (CSL 26, Anti-Telecom-Fraud Law 21): who asks for the
   * number all the same asks for a separate consent. Unsettled in law, so on in every profile.
   */
  readonly separateConsentForIdNumberOnLegalDuty: boolean;
  /** Consent is asked for on the bases of PIPL 13(1)(2) to (7) as well: the law does not ask for that. */
  readonly legalBasisStillAsks: boolean;
  /**
   * Hours after a refusal before the app may ask again by itself (GB/T 35273-2020 C.4 b, recommended; NDSR 22(5) says
   * only "frequently"). `never`: only when the person starts the function.
   */
  readonly reaskAfterHours: number | "never";
  /** Rules of consultation drafts run: 互联网应用程序个人信息收集使用规定 of January 2026. */
  readonly draftRules: boolean;
}

const DEFAULT: ProfileSettings = {
  idNumberSensitive: true,
  separateConsentForIdNumberOnLegalDuty: true,
  legalBasisStillAsks: false,
  reaskAfterHours: 48,
  draftRules: false,
};

/** The settings of each profile. */
export const PROFILES: Readonly<Record<Profile, ProfileSettings>> = {
  default: DEFAULT,
  cautious: { ...DEFAULT, legalBasisStillAsks: true, reaskAfterHours: "never" },
  draft: { ...DEFAULT, draftRules: true },
};

/**
 * The settings of a profile by name, or settings of the app's own as they are.
 *
 * @throws UsageError `INVALID_OPTION` for a name that is not one of a profile.
 */
export function settingsOf(profile: Profile | ProfileSettings = "default"): ProfileSettings {
  if (typeof profile !== "string") return profile;
  assertOption(Object.hasOwn(PROFILES, profile), "profile", "is not known");
  return PROFILES[profile];
}
