/** Every adapter of the workspace, imported and constructed as an app would, and nothing more. */
import { generateKeys } from "@shiming/consent";
import { networkIdentity } from "@shiming/network-identity";
import { createMemoryStore } from "@shiming/store-memory";
import { openSqliteStore } from "@shiming/store-sqlite";
import type { Keys, Provider, Store } from "@shiming/contract";
import { tencent } from "@shiming/tencent";

/** One factory for each folder of packages/providers; `baseUrl` is where its questions would go. */
export const PROVIDERS: Readonly<Record<string, (baseUrl: string) => Provider>> = {
  "network-identity": (baseUrl) =>
    networkIdentity({
      orgId: "00000099",
      appId: "0001",
      secret: "an example of at least 32 bytes, from your vault",
      baseUrl,
    }),
  tencent: (baseUrl) => tencent({ secretId: "AKIDEXAMPLE", secretKey: "EXAMPLE", baseUrl }),
};

/** One factory for each folder of packages/stores. */
export const STORES: Readonly<Record<string, () => Store>> = {
  memory: () => createMemoryStore(),
  sqlite: () => openSqliteStore({ path: ":memory:" }),
};

export const keys: Keys = generateKeys();
