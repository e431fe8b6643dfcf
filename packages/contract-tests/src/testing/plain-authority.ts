import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A preset citizen of the NPPA test system. */
export const CITIZEN = { kind: "resident-id", name: "某一一", idNumber: "110000190101010001" } as const;

/** An authority that knows one citizen by number. */
export async function startPlainAuthority(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      // What PlainProvider sends.
      const { name, idNumber } = JSON.parse(body) as { name: string; idNumber: string };
      const result =
        idNumber !== CITIZEN.idNumber ? "no-record" : name === CITIZEN.name ? "match" : "mismatch";
      return response.end(JSON.stringify({ result }));
    });
  });
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
