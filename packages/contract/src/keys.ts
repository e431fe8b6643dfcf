/**
 * The secrets that consent and engine share. They come as abilities and not as bytes, so that a hardware module can
 * stand behind them.
 */
export interface Keys {
  /** Signs receipts. */
  readonly signer: JwsSigner;
  /** The public half of the signer, and of the signers before it: what they signed is still looked at. */
  readonly jwks: JwkSet;
  /**
   * A keyed one-way index: the same label and value give the same result, and nobody without the key can tell the value.
   * The label keeps uses apart, so that two indexes of one value cannot be joined.
   */
  blindIndex(label: string, value: string): string;
}

/** Public keys as a JWK set (RFC 7517 5), each with its `kid`. */
export interface JwkSet {
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}

/** Signs the bytes of a JWS (RFC 7515) with an asymmetric key. */
export interface JwsSigner {
  readonly alg: "ES256" | "EdDSA";
  /** Key id that verifiers find in the JWKS. */
  readonly kid: string;
  /** The signature in the JWS form of `alg`; for ES256 the 64 bytes r and s. */
  sign(input: Uint8Array): Promise<Uint8Array>;
}
