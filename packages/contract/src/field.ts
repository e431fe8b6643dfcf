/**
 * The names of personal data, one vocabulary everywhere: what a check sends, what a purpose collects, what a grant
 * allows and what a disclosure record tells.
 */

/** Elements of the national list of necessary personal information (国信办秘字〔2021〕14号, Article 5). */
export const LISTED_FIELDS = [
  "account",
  "address",
  "age",
  "appointment-department",
  "appointment-hospital",
  "arrival-place",
  "bank-card-number",
  "bank-of-deposit",
  "check-in-time",
  "check-out-time",
  "condition-description",
  "contact-details",
  "contact-phone",
  "departure-place",
  "departure-time",
  "driving-licence",
  "fund-account",
  "gender",
  "hotel-name",
  "id-document-copy",
  "id-document-number",
  "id-document-type",
  "id-document-validity",
  "im-contact-account-list",
  "item-name",
  "item-nature",
  "item-quantity",
  "location",
  "marital-status",
  "mobile-number",
  "name",
  "passenger-type",
  "payment-account",
  "payment-amount",
  "payment-channel",
  "payment-time",
  "performance-session",
  "property-address",
  "property-area-layout",
  "property-price-rent",
  "resume",
  "seat-class",
  "seat-number",
  "service-number",
  "trajectory",
  "travel-time",
  "vehicle-identification-number",
  "vehicle-licence-number",
  "vehicle-plate-colour",
  "vehicle-plate-number",
] as const;

/** What that list does not know: the parts of identity checks, and what apps are most often told off for taking. */
export const FURTHER_FIELDS = [
  "advertising-identifier",
  "calendar",
  "call-log",
  "clipboard",
  "contacts",
  "credit-code",
  "device-identifier",
  "entity-name",
  "face-image",
  "installed-apps",
  "legal-representative-id-number",
  "legal-representative-name",
  "microphone-audio",
  "network-identity-credential",
  "network-identity-subject",
  "one-tap-token",
  "photos",
  "sms-messages",
] as const;

/** Every field this version knows by name. */
export const KNOWN_FIELDS: readonly KnownField[] = /* @__PURE__ */ [LISTED_FIELDS, FURTHER_FIELDS].flat();

/** A field of the national list: one of {@link LISTED_FIELDS}. */
export type ListedField = (typeof LISTED_FIELDS)[number];
/** A field that this version knows by name: one of {@link KNOWN_FIELDS}. */
export type KnownField = ListedField | (typeof FURTHER_FIELDS)[number];

/** A field of the app's own, labelled in `defineApp`. The prefix keeps a misspelt known field a compile error. */
export type AppField = `app:${string}`;

/** The name of one kind of personal data. Never a value. */
export type Field = KnownField | AppField;

const known: ReadonlySet<string> = /* @__PURE__ */ new Set(KNOWN_FIELDS);

/** Whether a string names a field: one of {@link KNOWN_FIELDS}, or an app's own with 1 to 64 characters after `app:`. */
export function isField(name: string): name is Field {
  return known.has(name) || /^app:[a-z0-9][a-z0-9-]{0,63}$/.test(name);
}
