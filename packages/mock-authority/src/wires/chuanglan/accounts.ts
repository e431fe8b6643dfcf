import type { SeededRandom } from "../../seeded-random.ts";
import type { VendorErrorCode } from "./vendor-error.ts";

/** What the vendor's console gives out. The two further ids have the same secret and stand for accounts in trouble. */
export type ChuanglanCredentials = Readonly<
  Record<"appId" | "appSecret" | "appIdWithoutBalance" | "appIdThrottled", string>
>;

/** An app as the vendor knows it. */
export interface Account {
  readonly secret: string;
  /** What every well-signed request of it is refused with. Default: none is. */
  readonly refusal?: VendorErrorCode;
}

/** The apps of this mock. */
export interface Accounts {
  readonly credentials: ChuanglanCredentials;
  /** The app of that id, or undefined. */
  readonly of: (appId: string) => Account | undefined;
}

/** Makes them from the seed. */
export function createAccounts(random: SeededRandom): Accounts {
  const idOf = (label: string): string => `MOCK${random.derive(`chuanglan ${label}`).slice(0, 8)}`;
  const appId = idOf("app");
  const appIdWithoutBalance = idOf("app without balance");
  const appIdThrottled = idOf("app throttled");
  const appSecret = `mock${random.derive("chuanglan secret").slice(0, 28)}`;
  const accounts = new Map<string, Account>([
    [appId, { secret: appSecret }],
    [appIdWithoutBalance, { secret: appSecret, refusal: "InsufficientBalance" }],
    [appIdThrottled, { secret: appSecret, refusal: "RateLimitExceeded" }],
  ]);
  return {
    credentials: { appId, appSecret, appIdWithoutBalance, appIdThrottled },
    of: (id) => accounts.get(id),
  };
}
