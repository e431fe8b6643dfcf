import { createHash, timingSafeEqual } from "node:crypto";
import type { Clock } from "../../clock.ts";
import { createExpiringMap } from "../../expiring-map.ts";
import type { Account, Accounts } from "./accounts.ts";
import { vendorError, type VendorError } from "./vendor-error.ts";

/** The door of the wire: who asks, when, and whether that very request came before. */
export interface Admission {
  /** The reason to refuse, or undefined. */
  admit(headers: Headers): VendorError | undefined;
  /** Forgets which nonces were used. */
  reset(): void;
}

/** The vendor only says that there is a window; five minutes is this mock's reading. */
const MAX_SKEW_SECONDS = 300;
const MAX_NONCE_LENGTH = 128;
const MAX_USED_NONCES = 10_000;

/** SHA-1 of secret, nonce and time, in capital hex: `ApiSignatureUtil` of the vendor's SDK. */
export function isCheckSum(
  given: string,
  { secret, nonce, curTime }: { secret: string; nonce: string; curTime: string },
): boolean {
  const due = createHash("sha1")
    .update(secret + nonce + curTime, "utf8")
    .digest("hex")
    .toUpperCase();
  return (
    given.length === due.length && timingSafeEqual(Buffer.from(given, "latin1"), Buffer.from(due, "latin1"))
  );
}

const refuse = (hint: string): VendorError => vendorError("InvalidSignature", hint);

/** The door for these accounts. */
export function createAdmission(accounts: Accounts, clock: Clock): Admission {
  const used = createExpiringMap<true>({ capacity: MAX_USED_NONCES, clock });

  function verify(headers: Headers, { secret }: Account): VendorError | undefined {
    const nonce = headers.get("nonce") ?? "";
    const curTime = headers.get("curtime") ?? "";
    if (nonce === "" || nonce.length > MAX_NONCE_LENGTH) return refuse("Nonce must have 1 to 128 characters");
    if (!/^\d{10}$/.test(curTime)) return refuse("CurTime must be seconds since 1970");
    if (!isCheckSum(headers.get("checksum") ?? "", { secret, nonce, curTime })) return refuse("CheckSum");
    if (Math.abs(clock.now() / 1000 - Number(curTime)) > MAX_SKEW_SECONDS) return refuse("CurTime is off");
    if (used.get(nonce) === true) return refuse("Nonce was used before");
    used.set(nonce, true, 2 * MAX_SKEW_SECONDS * 1000);
    return undefined;
  }

  return {
    admit(headers) {
      const appId = headers.get("appid") ?? "";
      if (appId === "") return vendorError("500006");
      const account = accounts.of(appId);
      if (account === undefined) return vendorError("InvalidSignature", "AppID is not known");
      const refused = verify(headers, account);
      if (refused !== undefined) return refused;
      return account.refusal === undefined ? undefined : vendorError(account.refusal);
    },
    reset: () => used.clear(),
  };
}
