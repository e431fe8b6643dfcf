/**
 * Every finding this package can report, with the severity it carries. Codes are stable: programs switch on
 * them and translations key on them. `by-mode` is a warning where `lenient` accepted the character, else an
 * error. `finding-messages.ts` says in words what each one means.
 */
export const findingCodes = {
  NOT_A_STRING: "error",
  CHARACTER_FULL_WIDTH: "by-mode",
  CHARACTER_LOOKALIKE: "by-mode",
  CHARACTER_SEPARATOR: "by-mode",
  CHARACTER_INVISIBLE: "by-mode",
  REGION_UNKNOWN: "warning",

  RESIDENT_ID_LENGTH: "error",
  RESIDENT_ID_CHARACTER: "error",
  RESIDENT_ID_PROVINCE: "error",
  RESIDENT_ID_PERMIT_REGION: "error",
  RESIDENT_ID_DATE: "error",
  RESIDENT_ID_DATE_EARLY: "error",
  RESIDENT_ID_DATE_FUTURE: "error",
  RESIDENT_ID_CHECK: "error",
  LEGACY_RESIDENT_ID_LENGTH: "error",

  PR_CARD_LENGTH: "error",
  PR_CARD_CHARACTER: "error",
  PR_CARD_PROVINCE: "error",
  PR_CARD_DATE: "error",
  PR_CARD_DATE_EARLY: "error",
  PR_CARD_DATE_FUTURE: "error",
  PR_CARD_CHECK: "error",
  PR_CARD_NATIONALITY_UNKNOWN: "warning",
  PR_CARD_STATELESS: "warning",

  MAINLAND_PERMIT_LENGTH: "error",
  MAINLAND_PERMIT_CHARACTER: "error",
  TAIWAN_PERMIT_LENGTH: "error",
  TAIWAN_PERMIT_CHARACTER: "error",
  PASSPORT_LENGTH: "error",
  PASSPORT_CHARACTER: "error",

  USCC_LENGTH: "error",
  USCC_CHARACTER: "error",
  USCC_ORGANISATION_CHECK: "error",
  USCC_CHECK: "error",
  USCC_CHECK_NONCONFORMING_PILOT: "warning",
  USCC_DEPARTMENT_UNKNOWN: "warning",
  USCC_CATEGORY_UNKNOWN: "warning",
  USCC_ORGANISATION_USER_DEFINED: "warning",

  ORGANISATION_CODE_LENGTH: "error",
  ORGANISATION_CODE_CHARACTER: "error",
  ORGANISATION_CODE_CHECK: "error",
  ORGANISATION_CODE_USER_DEFINED: "warning",
  REGISTRATION_LENGTH: "error",
  REGISTRATION_CHARACTER: "error",
  REGISTRATION_CHECK: "error",
  TAXPAYER_LENGTH: "error",
  TAXPAYER_CHARACTER: "error",
  TAXPAYER_CHECK: "error",

  MOBILE_LENGTH: "error",
  MOBILE_CHARACTER: "error",
  MOBILE_COUNTRY: "error",
  MOBILE_PREFIX: "error",
  MOBILE_IOT: "warning",
  MOBILE_SEGMENT_UNASSIGNED: "warning",
  LANDLINE_LENGTH: "error",
  LANDLINE_CHARACTER: "error",
  LANDLINE_COUNTRY: "error",
  LANDLINE_AREA: "error",
  LANDLINE_SUBSCRIBER: "error",

  NAME_LENGTH: "error",
  NAME_CHARACTER: "error",
  NAME_RADICAL: "error",
  NAME_SEPARATOR_PLACE: "error",
  NAME_PUNCTUATION_VARIANT: "warning",
  NAME_OBSOLETE_CODE: "warning",
  NAME_ONE_CHARACTER: "warning",
  NAME_LONG: "warning",
  NAME_SCRIPT_MIXED: "warning",
} as const;

/** The code of a {@link Finding}; assignable to `string`. */
export type FindingCode = keyof typeof findingCodes;
