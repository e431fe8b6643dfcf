import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";

/** A key pair of the fixed ones below. */
export interface TestKey {
  readonly kid: string;
  readonly alg: "ES256" | "EdDSA";
  readonly privateKey: KeyObject;
  /** As the gateway publishes it. */
  readonly publicJwk: Readonly<Record<string, unknown>> & { readonly kid: string };
}

const testKey = (kid: string, alg: TestKey["alg"], jwk: JsonWebKey): TestKey => {
  const privateKey = createPrivateKey({ key: jwk, format: "jwk" });
  const publicJwk = createPublicKey(privateKey).export({ format: "jwk" });
  return { kid, alg, privateKey, publicJwk: { ...publicJwk, kid, alg, use: "sig" } };
};

/** RFC 7515 A.3.1. */
export const CURRENT: TestKey = testKey("current", "ES256", {
  kty: "EC",
  crv: "P-256",
  x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
  y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
  d: "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
});

/** RFC 7517 A.2. */
export const OTHER: TestKey = testKey("other", "ES256", {
  kty: "EC",
  crv: "P-256",
  x: "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
  y: "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
  d: "870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE",
});

/** RFC 8037 A.1. */
export const EDWARDS: TestKey = testKey("edwards", "EdDSA", {
  kty: "OKP",
  crv: "Ed25519",
  x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwaaPJHURpo",
  d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
});

export const publicKeyOf = ({ privateKey }: TestKey): KeyObject => createPublicKey(privateKey);
