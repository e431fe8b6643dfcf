import type { SeededRandom } from "../../seeded-random.ts";

/** An organisation with one app that the reference gateway serves. */
export interface RelyingParty {
  /** Organisation id, assigned on approval. */
  readonly orgId: string;
  /** Application id under that organisation. */
  readonly appId: string;
  /** Shared secret; its UTF-8 bytes key the client assertions. */
  readonly secret: string;
  /** Custom URL schemes, with colon, that the app registered for the way back from the official app. */
  readonly returnSchemes: readonly string[];
}

/** The one relying party of the mock. */
export function createRelyingParty(random: SeededRandom): RelyingParty {
  return {
    orgId: "00000099",
    appId: "0001",
    secret: `mock-secret-${random.derive("relying party secret").slice(0, 40)}`,
    returnSchemes: ["shiming-demo:"],
  };
}
