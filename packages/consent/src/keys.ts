import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  hash,
  type JsonWebKey,
  KeyObject,
  randomBytes,
  sign,
} from "node:crypto";
import { promisify } from "node:util";
import { assertOption, assertOptions, UsageError, type Keys } from "@shiming/contract";
import { toJoseSignature } from "./jose-signature.ts";

/** The key material of {@link createKeys}. */
export interface KeysOptions {
  /** Private key on the curve P-256, as PEM (PKCS #8), JWK or `KeyObject`. Signs receipts with ES256. */
  readonly signingKey: string | JsonWebKey | KeyObject;
  /** Public keys, as JWK, of signing keys before this one: what they signed still holds. Default: none. */
  readonly formerKeys?: readonly JsonWebKey[];
  /** At least 32 bytes. It must last: what was indexed with it is found with it only. */
  readonly indexKey: Uint8Array;
}

/** Keys, and the public half that verifiers fetch. */
export interface LocalKeys extends Keys {
  /** The public keys as a JWK set (RFC 7517 5), for `verifyReceipt` and for auditors. */
  readonly jwks: { readonly keys: readonly JsonWebKey[] };
}

/** Signs in the thread pool, off the event loop. */
const signAsync = promisify(sign);
const P256_BYTES = 32;

/**
 * Makes the keys of consent and engine from key material in memory. For a hardware module implement `Keys` yourself.
 *
 * @throws UsageError `INVALID_OPTION` when a key is not of the kind that is asked for.
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { createKeys } from "@shiming/consent";
 *
 * export const load = () =>
 *   createKeys({
 *     signingKey: readFileSync("receipt-key.pem", "utf8"),
 *     indexKey: readFileSync("index.key"),
 *   });
 * ```
 */
export function createKeys(options: KeysOptions): LocalKeys {
  assertOptions(options, "keys");
  const { indexKey: bytes } = options;
  const isLongEnough = bytes instanceof Uint8Array && bytes.byteLength >= 32;
  assertOption(isLongEnough, "keys.indexKey", "must be a Uint8Array of at least 32 bytes");
  // As a key object: node:crypto prepares raw bytes anew with every use.
  const indexKey = createSecretKey(options.indexKey);
  const privateKey = readPrivateKey(options.signingKey);
  const jwk = createPublicKey(privateKey).export({ format: "jwk" });
  const kid = thumbprint(jwk);
  const former = (options.formerKeys ?? []).map((key) => publicJwk(readPublicKey(key)));
  return {
    signer: {
      alg: "ES256",
      kid,
      sign: async (input) => toJoseSignature(await signAsync("sha256", input, privateKey), P256_BYTES),
    },
    blindIndex: (label, value) =>
      createHmac("sha256", indexKey).update(`${label}\0${value}`, "utf8").digest("base64url"),
    jwks: { keys: [publicJwk(jwk), ...former] },
  };
}

function publicJwk(jwk: JsonWebKey): JsonWebKey {
  return { ...jwk, kid: thumbprint(jwk), alg: "ES256", use: "sig" };
}

/** Without private members, should somebody hand them in. */
function readPublicKey({ crv, kty, x, y }: JsonWebKey): JsonWebKey {
  const isP256 = kty === "EC" && crv === "P-256" && typeof x === "string" && typeof y === "string";
  assertOption(isP256, "keys.formerKeys", "must be public keys on P-256");
  return { kty, crv, x, y };
}

/** Fresh keys that die with the process: for tests and demos. */
export function generateKeys(): LocalKeys {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return createKeys({ signingKey: privateKey, indexKey: randomBytes(32) });
}

function readPrivateKey(source: KeysOptions["signingKey"]): KeyObject {
  const key = importPrivateKey(source);
  if (key?.asymmetricKeyDetails?.namedCurve !== "prime256v1") {
    throw new UsageError("INVALID_OPTION", "keys.signingKey", "must be a private key on P-256");
  }
  return key;
}

function importPrivateKey(source: KeysOptions["signingKey"]): KeyObject | undefined {
  try {
    if (typeof source === "string") return createPrivateKey(source);
    if (source instanceof KeyObject) return source.type === "private" ? source : undefined;
    return createPrivateKey({ key: source, format: "jwk" });
  } catch {
    // The cause may quote key material.
    return undefined;
  }
}

/** RFC 7638: SHA-256 over the required members in lexical order. */
function thumbprint({ crv, kty, x, y }: JsonWebKey): string {
  return hash("sha256", JSON.stringify({ crv, kty, x, y }), "base64url");
}
