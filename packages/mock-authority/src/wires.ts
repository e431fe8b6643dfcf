import type { Clock } from "./clock.ts";
import type { Registry } from "./personas/registry.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { Wire } from "./wire.ts";
import { createNetworkIdentityWire } from "./wires/network-identity/wire.ts";
import type { NetworkIdentityCredentials } from "./wires/network-identity/wire.ts";
import { createTencentWire } from "./wires/tencent/wire.ts";
import type { TencentCredentials } from "./wires/tencent/wire.ts";

/** Test credentials of every wire, by its id. */
export interface WireCredentials {
  readonly tencent: TencentCredentials;
  readonly "network-identity": NetworkIdentityCredentials;
}

/** Id of a wire. */
export type WireId = keyof WireCredentials;

/** In the order in which they are asked whether a request is theirs. */
const WIRE_IDS: readonly WireId[] = ["tencent", "network-identity"];

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
    tencent: createTencentWire(tools),
    "network-identity": createNetworkIdentityWire(tools),
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
