import { PENDING_CITIZENS, VERIFIED_CITIZENS } from "./nppa-citizens.ts";
import type { PresetCitizen } from "./nppa-citizens.ts";

/** What became of a person's network identity credential. `superseded`: issued again on another phone. */
export type CredentialState = "active" | "expired" | "frozen" | "revoked" | "superseded";

/** Carrier names as the vendors print them. */
export type Carrier = "移动" | "电信" | "联通";

/** A made-up person, the same on every wire. */
export interface PersonPersona {
  /** Stable id, for example `citizen-1`. */
  readonly id: string;
  readonly kind: "person";
  /** Who this is, one English sentence. */
  readonly story: string;
  readonly name: string;
  readonly idNumber: string;
  /** First and last day of the ID card, `YYYY-MM-DD`; the last may be `long-term`. */
  readonly idCardValidity?: { readonly from: string; readonly to: string };
  /** Whether the authorities have a record of this person. */
  readonly recorded: boolean;
  /** A subscriber number in segment 164, which is not assigned to subscribers. */
  readonly phone?: string;
  /** Carrier the mock gives that number. */
  readonly carrier?: Carrier;
  /** Network identity credential; the password has 8 digits. */
  readonly networkIdentity?: { readonly state: CredentialState; readonly password: string };
}

/** The citizen whose card does not end. */
const LONG_TERM_ROW = 8;

const CARRIERS: readonly Carrier[] = ["移动", "电信", "联通"];

interface CredentialStory {
  readonly state: CredentialState;
  readonly story: string;
}

const EVERYTHING_AGREES: CredentialStory = {
  state: "active",
  story: "Has a record, a phone and an active network identity credential.",
};

/** Verified citizens, by their published row, whose credential is no longer good. */
const FADED_CREDENTIALS: Readonly<Record<number, CredentialStory>> = {
  3: { state: "expired", story: "Has a record and a phone; let the network identity credential expire." },
  4: { state: "frozen", story: "Has a record and a phone; the network identity credential is frozen." },
  5: { state: "revoked", story: "Has a record and a phone; cancelled the network identity credential." },
  6: {
    state: "superseded",
    story: "Has a record and a phone; had the credential issued again elsewhere, so this one is void.",
  },
};

function verifiedPerson(citizen: PresetCitizen, row: number): PersonPersona {
  const { state, story } = FADED_CREDENTIALS[row] ?? EVERYTHING_AGREES;
  return {
    id: `citizen-${row}`,
    kind: "person",
    story,
    ...citizen,
    idCardValidity: { from: `2020-01-0${row}`, to: row === LONG_TERM_ROW ? "long-term" : `2040-01-0${row}` },
    recorded: true,
    phone: `1640000000${row}`,
    carrier: CARRIERS[row % CARRIERS.length] ?? "移动",
    networkIdentity: { state, password: `1357246${row}` },
  };
}

function pendingPerson(citizen: PresetCitizen, row: number): PersonPersona {
  return {
    id: `citizen-pending-${row}`,
    kind: "person",
    story: "The record has not arrived yet: no phone, no credential, unknown to every vendor.",
    ...citizen,
    recorded: false,
  };
}

/** The sixteen people of the mock: eight with a record, a phone and a credential, eight without any. */
export const PEOPLE: readonly PersonPersona[] = [
  ...VERIFIED_CITIZENS.map((citizen, index) => verifiedPerson(citizen, index + 1)),
  ...PENDING_CITIZENS.map((citizen, index) => pendingPerson(citizen, index + 1)),
];
