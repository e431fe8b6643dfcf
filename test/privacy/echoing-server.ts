import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * A vendor on its worst days: it fails, and it repeats what it was sent while doing so, as real front ends do.
 * What it repeats is exactly what must not come out on our side.
 */
export type BadDay = (body: string, response: ServerResponse) => void;

export const BAD_DAYS: Readonly<Record<string, BadDay>> = {
  "503 with the request in the text": (body, response) => response.writeHead(503).end(`cannot serve ${body}`),
  "200 with the request in HTML": (body, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(`<html>${body}</html>`),
  "a vendor error that quotes the request": (body, response) =>
    response.end(
      JSON.stringify({ Response: { Error: { Code: "InternalError", Message: body }, RequestId: "0-0" } }),
    ),
  "an unknown code that quotes the request": (body, response) =>
    response.end(JSON.stringify({ Response: { Error: { Code: body, Message: body }, RequestId: body } })),
  "a reset after the request was read": (_body, response) => response.destroy(),
  "truncated JSON with the request in it": (body, response) => response.end(`{"Response":{"Result":"${body}`),
};

export interface EchoingServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function startEchoingServer(day: BadDay): Promise<EchoingServer> {
  const server: Server = createServer((request, response) => void echo(request, response, day));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  // A server that listens on a port has an address object.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function echo(request: IncomingMessage, response: ServerResponse, day: BadDay): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  day(Buffer.concat(chunks).toString("utf8"), response);
}
