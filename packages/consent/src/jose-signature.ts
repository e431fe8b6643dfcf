/**
 * An ECDSA signature in the form of JWS (RFC 7518 3.4: r and s, each padded to the size of the curve) from the DER form
 * (RFC 3279 2.2.3) that `node:crypto` makes. Node can write this form itself, at twice the time of the signing.
 *
 * @param der a signature that `crypto.sign` has just made
 * @param size bytes of each half; 32 for P-256
 */
export function toJoseSignature(der: Uint8Array, size: number): Uint8Array {
  // SEQUENCE, length, then two INTEGERs. With P-256 the whole is below 128 bytes, so every length is one byte.
  const r = readInteger(der, 2);
  const s = readInteger(der, r.end);
  const signature = new Uint8Array(2 * size);
  signature.set(r.digits, size - r.digits.length);
  signature.set(s.digits, 2 * size - s.digits.length);
  return signature;
}

/** The digits of the INTEGER at `at`, without the zero byte that keeps a high first bit positive. */
function readInteger(der: Uint8Array, at: number): { digits: Uint8Array; end: number } {
  const start = at + 2;
  const end = start + (der[at + 1] ?? 0);
  return { digits: der.subarray(der[start] === 0 ? start + 1 : start, end), end };
}
