/**
 * The secrets that consent and engine share. They come as abilities and not as bytes, so that a hardware module can
 * stand behind them.
 */
export interface Keys {
  /** Signs receipts. */
  readonly signer: JwsSigner;
  /**
   * A keyed one-way index: the same label and value give the same result, and nobody without the key can tell the value.
   * The label keeps uses apart, so that two indexes of one value cannot be joined.
   */
  blindIndex(label: string, value: string): string;
}

/** Signs the bytes of a JWS (RFC 7515) with an asymmetric key. */
export interface JwsSigner {
  readonly alg: "ES256" | "EdDSA";
  /** Key id that verifiers find in the JWKS. */
  readonly kid: string;
  /** The signature in the JWS form of `alg`; for ES256 the 64 bytes r and s. */
  sign(input: Uint8Array): Promise<Uint8Array>;
}
