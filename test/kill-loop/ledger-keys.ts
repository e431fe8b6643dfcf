import { createKeys, type JwkSet, type LocalKeys } from "@shiming/consent";

/** The app that the writer writes for. */
export const APP_ID = "example.killed";

/**
 * The same keys in every process, so that the rounds make one chain. For this test alone: the private number is 1, as
 * everybody can see.
 */
export const keys: LocalKeys = createKeys({
  signingKey: {
    kty: "EC",
    crv: "P-256",
    d: `${"A".repeat(42)}E`,
    x: "axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY",
    y: "T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU",
  },
  indexKey: new Uint8Array(32),
});

export const jwks: JwkSet = keys.jwks;
