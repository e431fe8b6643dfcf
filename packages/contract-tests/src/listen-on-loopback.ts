import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that listens on a free port of this machine. */
export interface Listening {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Stops listening and ends every connection, idle ones too. */
  close(): Promise<void>;
}

/**
 * Lets a server of `node:http` listen on loopback, for a test.
 *
 * @example
 * ```ts
 * import { createServer } from "node:http";
 * import { listenOnLoopback } from "@shiming/contract-tests";
 *
 * const vendor = await listenOnLoopback(createServer((_request, response) => response.end("{}")));
 * console.log(await (await fetch(vendor.url)).text()); // {}
 * await vendor.close();
 * ```
 */
export async function listenOnLoopback(server: Server): Promise<Listening> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    // A server that listens on TCP has an address of this shape.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
