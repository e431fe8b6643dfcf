import { assertOption, assertOptions, assertText, OWN_USE } from "@shiming/contract";
import { assertLocalizedText, type LocalizedText } from "./localized-text.ts";

/** Somebody who receives the data. The guard lets nobody else have them. */
export interface Recipient {
  /** The provider's id, such as `tencent`: 1 to 64 lower-case letters, digits, `.` and `-`, but not `self`. */
  readonly id: string;
  readonly name: LocalizedText;
  readonly contact: string;
  /**
   * `processor` works on the app's instruction (PIPL 21); `joint` decides together with the app (PIPL 20); `handler`
   * decides for itself, and people agree to it by an act of its own (PIPL 23).
   */
  readonly role: "processor" | "joint" | "handler";
  /** What they do with the data (PIPL 23). Default: what the purpose says. */
  readonly why?: LocalizedText;
  /** Receives them outside the mainland (PIPL 39). Default false. */
  readonly outsideMainland?: boolean;
}

const ROLES: ReadonlySet<unknown> = new Set(["processor", "joint", "handler"]);

/** For callers without types. */
export function assertRecipient(recipient: Recipient): void {
  assertOptions(recipient, "purpose.recipients");
  const { id, name, contact, role, why, outsideMainland } = recipient;
  const isId = typeof id === "string" && /^[a-z0-9][a-z0-9.-]{0,63}$/.test(id) && id !== OWN_USE;
  const idRule = "must be 1 to 64 lower-case letters, digits, dots and hyphens, and not `self`";
  assertOption(isId, "purpose.recipients.id", idRule);
  assertLocalizedText(name, "purpose.recipients.name");
  assertText(contact, "purpose.recipients.contact");
  assertOption(ROLES.has(role), "purpose.recipients.role", "is not known");
  if (why !== undefined) assertLocalizedText(why, "purpose.recipients.why");
  const isFlag = ["boolean", "undefined"].includes(typeof outsideMainland);
  assertOption(isFlag, "purpose.recipients.outsideMainland", "must be true or false");
}

/** What of a purpose decides about its recipients. */
export interface SharingPurpose {
  readonly basis: { readonly article: string };
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/**
 * Whether people agree to this recipient by an act of its own: where consent is the basis, one that decides for itself
 * (PIPL 23) or is outside the mainland (PIPL 39), and any that a face image is sent to (Face Measures 8). Another basis
 * lifts that (PIPL 13, last paragraph); the notice names them all the same.
 */
export function isAskedApart({ basis, required, optional }: SharingPurpose, recipient: Recipient): boolean {
  if (basis.article !== "13.1") return false;
  const hasFace = [...required, ...optional].includes("face-image");
  return recipient.role === "handler" || recipient.outsideMainland === true || hasFace;
}
