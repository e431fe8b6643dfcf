import type { SeededRandom } from "../../seeded-random.ts";
import type { VendorErrorCode } from "./vendor-error.ts";

/**
 * What the console gives out for a game, and further applications of the same operator with the same key. This mock sees
 * neither addresses nor contracts, so an application stands for each way to be refused.
 */
export type NppaCredentials = Readonly<
  Record<
    | "appId"
    | "bizId"
    | "secretKey"
    | "unlistedAppId"
    | "disabledAppId"
    | "unauthorisedAppId"
    | "exhaustedAppId",
    string
  >
>;

/** One application as the wire knows it. */
export interface Account {
  readonly bizId: string;
  readonly secretKey: string;
  /** The error that every request ends with. */
  readonly refusal?: VendorErrorCode;
  /** Whether it has used up its quota of checks. */
  readonly isExhausted?: true;
}

/** Everyone who may call. */
export interface Accounts {
  readonly credentials: NppaCredentials;
  readonly byAppId: ReadonlyMap<string, Account>;
}

/** Credentials that are plainly of a mock and the same in every run with the same seed. */
export function createAccounts(random: SeededRandom): Accounts {
  const appIdFor = (use: string): string => `mock${random.derive(`nppa ${use}`).slice(0, 28)}`;
  const credentials: NppaCredentials = {
    appId: appIdFor("appId"),
    bizId: "1100000099",
    secretKey: random.derive("nppa secretKey").slice(0, 32),
    unlistedAppId: appIdFor("unlistedAppId"),
    disabledAppId: appIdFor("disabledAppId"),
    unauthorisedAppId: appIdFor("unauthorisedAppId"),
    exhaustedAppId: appIdFor("exhaustedAppId"),
  };
  const { bizId, secretKey } = credentials;
  const account: Account = { bizId, secretKey };
  const byAppId = new Map<string, Account>([
    [credentials.appId, account],
    [credentials.unlistedAppId, { ...account, refusal: 1005 }],
    [credentials.disabledAppId, { ...account, refusal: 1009 }],
    [credentials.unauthorisedAppId, { ...account, refusal: 1010 }],
    [credentials.exhaustedAppId, { ...account, isExhausted: true }],
  ]);
  return { credentials, byAppId };
}
