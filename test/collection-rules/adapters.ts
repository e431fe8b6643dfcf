/** Every adapter of the workspace, imported and constructed as an app would, and nothing more. */
import { aliyun } from "@shiming/aliyun";
import { generateKeys } from "@shiming/consent";
import { chuanglan } from "@shiming/chuanglan";
import { networkIdentity } from "@shiming/network-identity";
import { createMemoryStore } from "@shiming/store-memory";
import { openSqliteStore } from "@shiming/store-sqlite";
import type { Keys, Provider, Store } from "@shiming/contract";
import { nppa } from "@shiming/nppa";
import { chinaMobile } from "@shiming/one-tap";
import { tencent } from "@shiming/tencent";

/** One factory for each folder of packages/providers; `baseUrl` is where its questions would go. */
export const PROVIDERS: Readonly<Record<string, (baseUrl: string) => Provider>> = {
  aliyun: (baseUrl) =>
    aliyun({
      accessKeyId: "LTAIEXAMPLE",
      accessKeySecret: "EXAMPLE",
      company: { userAuthorization: true },
      baseUrl,
    }),
  chuanglan: (baseUrl) => chuanglan({ appId: "EXAMPLE_APP", appSecret: "EXAMPLE", baseUrl }),
  "network-identity": (baseUrl) =>
    networkIdentity({
      orgId: "00000099",
      appId: "0001",
      secret: "an example of at least 32 bytes, from your vault",
      baseUrl,
    }),
  nppa: (baseUrl) =>
    nppa({
      appId: "test-appId",
      bizId: "test-bizId",
      secretKey: "2836e95fcd10e04b0069bb1ee659955b",
      baseUrl,
    }),
  "one-tap": (baseUrl) => chinaMobile({ appId: "300000000001", appKey: "EXAMPLE", baseUrl }),
  tencent: (baseUrl) => tencent({ secretId: "AKIDEXAMPLE", secretKey: "EXAMPLE", baseUrl }),
};

/** One factory for each folder of packages/stores. */
export const STORES: Readonly<Record<string, () => Store>> = {
  memory: () => createMemoryStore(),
  sqlite: () => openSqliteStore({ path: ":memory:" }),
};

export const keys: Keys = generateKeys();
