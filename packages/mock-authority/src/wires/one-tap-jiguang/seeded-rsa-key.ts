import { checkPrimeSync, createHash, createPrivateKey } from "node:crypto";
import type { KeyObject } from "node:crypto";

const EXPONENT = 65_537n;

/**
 * An RSA key of 1024 bits, the same for the same seed: the vendor's customers make their own, and a mock that starts
 * again must still be read with the key of its catalogue. It guards nothing.
 */
export function seededRsaKey(seed: string): KeyObject {
  const p = primeOf(`${seed} p`);
  const q = primeOf(`${seed} q`);
  const d = inverse(EXPONENT, (p - 1n) * (q - 1n));
  const parts = { n: p * q, e: EXPONENT, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const jwk = Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, base64url(value)]));
  return createPrivateKey({ key: { kty: "RSA", ...jwk }, format: "jwk" });
}

/** The first prime of a seeded row of 512-bit numbers. The two top bits are set, so that a product has 1024. */
function primeOf(seed: string): bigint {
  for (let count = 0; ; count += 1) {
    const digest = createHash("sha512").update(`${seed}\n${count}`).digest("hex");
    const candidate = BigInt(`0x${digest}`) | (3n << 510n) | 1n;
    if (candidate % EXPONENT !== 1n && checkPrimeSync(candidate)) return candidate;
  }
}

/** The extended algorithm of Euclid; `modulus` and `value` have no common divisor. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (a > 1n) {
    const quotient = a / b;
    [a, b] = [b, a % b];
    [x, y] = [y, x - quotient * y];
  }
  return ((x % modulus) + modulus) % modulus;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex").toString("base64url");
}
