/**
 * The arrows of docs/architecture.md, as data: what a package may depend on. `develop` is for its tests only.
 * A package that is not here has no place in the picture yet, and the test says so.
 */
export interface Arrows {
  readonly depend: readonly string[];
  readonly develop: readonly string[];
}

/** What the tests of consent and engine use: real stores, and the shared clock. */
const proofs = ["@shiming/contract-tests", "@shiming/store-memory", "@shiming/store-sqlite"];

/** One arrow each for every provider and every store: they know the contract and the kit, and never each other. */
const provider: Arrows = {
  depend: ["@shiming/contract", "@shiming/provider-kit"],
  develop: ["@shiming/contract-tests", "@shiming/mock-authority"],
};
const store: Arrows = { depend: ["@shiming/contract"], develop: ["@shiming/contract-tests"] };

export const ARROWS: Readonly<Record<string, Arrows>> = {
  "@shiming/contract": { depend: [], develop: [] },
  "@shiming/identifiers": { depend: [], develop: [] },
  "@shiming/consent": { depend: ["@shiming/contract"], develop: proofs },
  "@shiming/consent-cli": {
    depend: ["@shiming/consent", "@shiming/contract", "@shiming/store-sqlite"],
    develop: proofs,
  },
  shiming: {
    depend: ["@shiming/contract", "@shiming/identifiers", "@shiming/consent"],
    develop: proofs,
  },
  "@shiming/provider-kit": { depend: ["@shiming/contract"], develop: [] },
  "@shiming/tencent": provider,
  "@shiming/aliyun": provider,
  "@shiming/nppa": provider,
  "@shiming/chuanglan": provider,
  "@shiming/one-tap": provider,
  "@shiming/network-identity": provider,
  "@shiming/store-memory": store,
  "@shiming/store-sqlite": store,
  "@shiming/contract-tests": { depend: ["@shiming/contract"], develop: [] },
  "@shiming/mock-authority": { depend: [], develop: [] },
};

/** Third-party packages that may be loaded at run time, and by whom. Everything else needs a decision record. */
export const THIRD_PARTY: Readonly<Record<string, readonly string[]>> = {
  // An optional peer, for ./zod alone.
  "@shiming/identifiers": ["zod"],
  // An optional peer, for its types alone: a purpose's schema is made of the app's own.
  "@shiming/consent": ["zod"],
  // Parsers that keep the line of what they read: JSON5, and XML without entity expansion.
  "@shiming/consent-cli": ["@humanwhocodes/momoa", "saxes"],
  shiming: ["jose"],
  "@shiming/provider-kit": ["undici", "zod"],
  "@shiming/tencent": ["zod"],
  "@shiming/aliyun": ["zod"],
  "@shiming/nppa": ["zod"],
  "@shiming/chuanglan": ["zod"],
  "@shiming/one-tap": ["zod"],
  "@shiming/network-identity": ["jose", "zod"],
  "@shiming/mock-authority": ["@hono/node-server", "hono", "jose"],
};
