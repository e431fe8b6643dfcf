import type { Body } from "../../bounded-body.ts";
import type { Exchange } from "../../exchange.ts";
import type { Account } from "./accounts.ts";
import type { RateLimit } from "./rate-limit.ts";
import { isSignedWith } from "./signature.ts";
import { vendorError } from "./vendor-error.ts";
import type { VendorError } from "./vendor-error.ts";

/** A request whose sender is known. */
export interface Admitted {
  readonly kind: "admitted";
  readonly account: Account;
  /** Parameters of the query, decoded. */
  readonly query: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** What the gate has to know. */
export interface AdmissionOptions {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly limit: RateLimit;
  /** Now, milliseconds since 1970. */
  readonly now: number;
}

/** The system parameters, in the spelling that the signature covers. */
const SYSTEM = ["appId", "bizId", "timestamps"] as const;
/** A message is void 5 seconds from its `timestamps` (specification V1.8). */
const LIFE_MS = 5000;

type System = Readonly<Record<(typeof SYSTEM)[number] | "sign", string>>;

function systemOf(headers: Headers): System | undefined {
  const [appId, bizId, timestamps, sign] = [...SYSTEM, "sign"].map((name) => headers.get(name));
  return appId && bizId && timestamps && sign ? { appId, bizId, timestamps, sign } : undefined;
}

/** Undefined when a name comes twice, or is one of the system parameters: nobody could tell what was signed. */
function queryOf(query: string): ReadonlyMap<string, string> | undefined {
  const pairs = [...new URLSearchParams(query)];
  const names = new Set([...pairs.map(([name]) => name), ...SYSTEM]);
  return names.size === pairs.length + SYSTEM.length ? new Map(pairs) : undefined;
}

function bytesOf(body: Body): Uint8Array | undefined {
  return body.kind === "complete" ? body.bytes : undefined;
}

/** Whose request it is, before anything in it is read; the order of the refusals is our own. */
export async function admit(
  exchange: Exchange,
  { accounts, limit, now }: AdmissionOptions,
): Promise<Admitted | VendorError> {
  const system = systemOf(exchange.headers);
  if (system === undefined) return vendorError(1004);
  const { appId, bizId, timestamps, sign } = system;
  const account = accounts.get(appId);
  if (account === undefined || account.bizId !== bizId) return vendorError(1008);
  if (account.refusal !== undefined) return vendorError(account.refusal);
  if (!limit.admit()) return vendorError(1006);
  if (!/^\d{13}$/.test(timestamps)) return vendorError(1012);
  if (Math.abs(now - Number(timestamps)) > LIFE_MS) return vendorError(1007);
  const query = queryOf(exchange.query);
  const body = bytesOf(await exchange.readBody());
  if (query === undefined || body === undefined) return vendorError(1012);
  const parameters = [...Object.entries({ appId, bizId, timestamps }), ...query];
  return isSignedWith(sign, { secretKey: account.secretKey, parameters, body })
    ? { kind: "admitted", account, query, body }
    : vendorError(1011);
}
