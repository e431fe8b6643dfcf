import { createServer, ServerResponse } from "node:http";
import type { Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { createMockAuthority } from "./authority.ts";
import type { MockAuthority, MockAuthorityOptions } from "./authority.ts";
import { toResponse } from "./reply.ts";
import type { Reply } from "./reply.ts";

/** How to start a mock authority on a port. */
export interface StartMockAuthorityOptions extends MockAuthorityOptions {
  /** TCP port; 0 picks a free one. Default 0. */
  readonly port?: number;
  /** Address to listen on. Default 127.0.0.1: other machines have no business with a mock. */
  readonly host?: string;
}

/** A mock authority that listens. */
export interface RunningMockAuthority {
  /** Base URL, for example `http://127.0.0.1:7700`. */
  readonly url: string;
  readonly authority: MockAuthority;
  /** Stops listening and ends every connection. May be called twice. */
  readonly close: () => Promise<void>;
}

/** Nobody needs longer than this to send 256 KiB on a development machine. */
const REQUEST_TIMEOUT_MS = 30_000;

function write({ status, headers, body }: Reply, outgoing: ServerResponse): Response {
  outgoing.writeHead(
    status,
    body === "" ? headers : { ...headers, "content-length": Buffer.byteLength(body) },
  );
  outgoing.end(body);
  return RESPONSE_ALREADY_SENT;
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      // A string address is a pipe, and this server was given a port.
      const actualPort = address === null || typeof address === "string" ? port : address.port;
      resolve(`http://${host.includes(":") ? `[${host}]` : host}:${actualPort}`);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections(); // else idle keep-alive connections hold the process for seconds
  });
}

/**
 * Starts a mock authority on this machine.
 *
 * @throws the listen error of Node, for example `EADDRINUSE`, when the port is taken; TypeError or RangeError that names
 * the option, for one that cannot work.
 *
 * @example
 * ```ts
 * import { startMockAuthority } from "@shiming/mock-authority/node";
 *
 * const { url, authority, close } = await startMockAuthority({ seed: "docs" });
 * const { baseUrl, credentials } = authority.wire("tencent", url);
 * console.log(baseUrl, credentials.secretId);
 * await close();
 * ```
 */
export async function startMockAuthority(
  options: StartMockAuthorityOptions = {},
): Promise<RunningMockAuthority> {
  const { port = 0, host = "127.0.0.1" } = options;
  const authority = createMockAuthority(options);
  const listener = getRequestListener(
    async (request, { outgoing }) => {
      const reply = await authority.answer(request);
      return outgoing instanceof ServerResponse ? write(reply, outgoing) : toResponse(reply);
    },
    { hostname: host, overrideGlobalObjects: false }, // a library must not replace the host's Request and Response
  );
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (incoming, outgoing) => {
    void listener(incoming, outgoing);
  });
  const url = await listen(server, port, host);
  let closed: Promise<void> | undefined;
  return { url, authority, close: () => (closed ??= closeServer(server)) };
}
