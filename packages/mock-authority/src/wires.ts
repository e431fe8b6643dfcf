import type { Clock } from "./clock.ts";
import type { Registry } from "./personas/registry.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { Wire } from "./wire.ts";
import { createAliyunWire } from "./wires/aliyun/wire.ts";
import type { AliyunCredentials } from "./wires/aliyun/wire.ts";
import type { ChuanglanCredentials } from "./wires/chuanglan/accounts.ts";
import { createChuanglanWire } from "./wires/chuanglan/wire.ts";
import { createNetworkIdentityWire } from "./wires/network-identity/wire.ts";
import type { NetworkIdentityCredentials } from "./wires/network-identity/wire.ts";
import type { NppaCredentials } from "./wires/nppa/accounts.ts";
import { createNppaWire } from "./wires/nppa/wire.ts";
import { createChinaMobileWire } from "./wires/one-tap-china-mobile/wire.ts";
import type { ChinaMobileCredentials } from "./wires/one-tap-china-mobile/wire.ts";
import { createGeetestWire } from "./wires/one-tap-geetest/wire.ts";
import type { GeetestCredentials } from "./wires/one-tap-geetest/wire.ts";
import { createJiguangWire } from "./wires/one-tap-jiguang/wire.ts";
import type { JiguangCredentials } from "./wires/one-tap-jiguang/wire.ts";
import { createWechatWire } from "./wires/one-tap-wechat/wire.ts";
import type { WechatCredentials } from "./wires/one-tap-wechat/wire.ts";
import { createTencentWire } from "./wires/tencent/wire.ts";
import type { TencentCredentials } from "./wires/tencent/wire.ts";

/** Test credentials of every wire, by its id. */
export interface WireCredentials {
  readonly aliyun: AliyunCredentials;
  readonly chuanglan: ChuanglanCredentials;
  readonly tencent: TencentCredentials;
  readonly "network-identity": NetworkIdentityCredentials;
  readonly nppa: NppaCredentials;
  readonly "one-tap-china-mobile": ChinaMobileCredentials;
  readonly "one-tap-jiguang": JiguangCredentials;
  readonly "one-tap-geetest": GeetestCredentials;
  readonly "one-tap-wechat": WechatCredentials;
}

/** Id of a wire. */
export type WireId = keyof WireCredentials;

/** In the order in which they are asked whether a request is theirs: any POST to `/` that is left is Tencent's. */
const WIRE_IDS: readonly WireId[] = [
  "aliyun",
  "tencent",
  "network-identity",
  "nppa",
  "one-tap-china-mobile",
  "one-tap-jiguang",
  "one-tap-geetest",
  "one-tap-wechat",
  "chuanglan",
];

/** How to get at a wire. */
export interface WireAccess<Id extends WireId = WireId> {
  readonly id: Id;
  /** Base URL to give to an SDK or adapter. */
  readonly baseUrl: string;
  readonly credentials: WireCredentials[Id];
}

/** What every wire needs. */
export interface WireTools {
  readonly random: SeededRandom;
  readonly registry: Registry;
  readonly clock: Clock;
}

/** Every wire of the authority. */
export interface Wires {
  readonly all: readonly Wire[];
  /** Throws a TypeError that names the wires there are, for an id that is none. */
  readonly access: <Id extends WireId>(id: Id, baseUrl: string) => WireAccess<Id>;
  /** How to get at each, with what to know first. */
  readonly list: (baseUrl: string) => readonly (WireAccess & Pick<Wire, "about">)[];
}

/** Makes them. */
export function createWires(tools: WireTools): Wires {
  const byId: { readonly [Id in WireId]: Wire<WireCredentials[Id]> } = {
    aliyun: createAliyunWire(tools),
    chuanglan: createChuanglanWire(tools),
    tencent: createTencentWire(tools),
    "network-identity": createNetworkIdentityWire(tools),
    nppa: createNppaWire(tools),
    "one-tap-china-mobile": createChinaMobileWire(tools),
    "one-tap-jiguang": createJiguangWire(tools),
    "one-tap-geetest": createGeetestWire(tools),
    "one-tap-wechat": createWechatWire(tools),
  };

  function access<Id extends WireId>(id: Id, baseUrl: string): WireAccess<Id> {
    if (!WIRE_IDS.includes(id)) throw new TypeError(`wire: must be one of ${WIRE_IDS.join(", ")}`);
    const wire = byId[id];
    const origin = baseUrl.replace(/\/+$/, "");
    return { id, baseUrl: wire.baseUrl(origin), credentials: wire.credentials(origin) };
  }

  return {
    all: WIRE_IDS.map((id) => byId[id]),
    access,
    list: (baseUrl) => WIRE_IDS.map((id) => ({ about: byId[id].about, ...access(id, baseUrl) })),
  };
}
