import { calculateJwkThumbprint } from "jose/jwk/thumbprint";
import { SignJWT } from "jose/jwt/sign";
import { exportJWK } from "jose/key/export";
import { generateKeyPair } from "jose/key/generate/keypair";

/** Signs results with a key of its own. The key is random, unlike everything else in the mock. */
export interface ResultSigner {
  /** A compact JWS over these claims, ES256, typ `network-identity-result+jwt`. */
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
  /** Public keys as a JWK set. */
  publicKeys(): Promise<{ readonly keys: readonly object[] }>;
}

async function createKey() {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { privateKey, publicJwk: { ...jwk, kid, alg: "ES256", use: "sig" } };
}

/** A signer that makes its key at first use, so that starting the mock stays quick. */
export function createResultSigner(): ResultSigner {
  let key: ReturnType<typeof createKey> | undefined;
  const getKey = (): ReturnType<typeof createKey> => (key ??= createKey());
  return {
    async sign(claims) {
      const { privateKey, publicJwk } = await getKey();
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: "ES256", typ: "network-identity-result+jwt", kid: publicJwk.kid })
        .sign(privateKey);
    },
    async publicKeys() {
      const { publicJwk } = await getKey();
      return { keys: [publicJwk] };
    },
  };
}
