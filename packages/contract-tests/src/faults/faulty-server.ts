import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { listenOnLoopback } from "../listen-on-loopback.ts";
import type { FaultName } from "./faults.ts";

/** What the server saw of a request. */
export interface SeenRequest {
  /** Path and query, as on the request line. */
  readonly target: string;
  /** The `Host` header. */
  readonly host: string;
}

/** A vendor that fails, on loopback. */
export interface FaultyServer {
  readonly url: string;
  /** In the order in which they came. */
  readonly requests: readonly SeenRequest[];
  /** Resolved when the first request is there. */
  readonly asked: Promise<void>;
  close(): Promise<void>;
}

const DRIP_MS = 50;
const CHUNK = "x".repeat(64 * 1024);
/** 64 MiB: a provider without a bound reads them, and then loses the connection. */
const CHUNKS = 1024;

type Answer = (response: ServerResponse, echo: string) => void;

const json =
  (body: (echo: string) => string): Answer =>
  (response, echo) => {
    response.writeHead(200, { "content-type": "application/json" }).end(body(echo));
  };

const text =
  (status: number, type: string): Answer =>
  (response, echo) => {
    response
      .writeHead(status, { "content-type": type })
      .end(`<html><body>upstream said: ${echo}</body></html>`);
  };

const reset: Answer = (response) => {
  response.socket?.resetAndDestroy();
};

/** What each fault answers. The texts repeat what was sent, as careless vendors do. */
const ANSWERS: Readonly<Record<Exclude<FaultName, "refused">, Answer>> = {
  "reset-before-read": reset,
  "reset-after-read": reset,
  "no-answer": () => {},
  "endless-body": (response) => {
    response.writeHead(200, { "content-type": "application/json" }).write("{");
    const drip = setInterval(() => response.write(" "), DRIP_MS);
    response.once("close", () => clearInterval(drip));
  },
  unavailable: text(503, "text/plain"),
  "too-many-requests": text(429, "text/plain"),
  html: text(200, "text/html"),
  "truncated-json": json((echo) => `{"echo":${JSON.stringify(echo)},"result":"ma`),
  "json-array": json((echo) => JSON.stringify([echo])),
  "json-number": json(() => "42"),
  "json-null": json(() => "null"),
  "oversized-body": (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    const broken = (): unknown => response.destroy();
    void pipeline(Readable.from(flood()), response, { end: false }).then(broken, broken);
  },
};

function* flood(): Generator<string> {
  yield '{"padding":"';
  for (let count = 0; count < CHUNKS; count += 1) yield CHUNK;
}

/** Starts a server on a free port that answers every request with the fault. `echo` is what its texts repeat. */
export async function startFaultyServer(fault: FaultName, echo: string): Promise<FaultyServer> {
  const requests: SeenRequest[] = [];
  const { promise: asked, resolve: tellAsked } = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    requests.push({ target: request.url ?? "", host: request.headers.host ?? "" });
    tellAsked();
    // Who went away before the end of the request needs no answer.
    if (fault !== "refused") answer(fault, { request, response, echo }).catch(() => {});
  });
  const listening = await listenOnLoopback(server);
  const held = fault === "refused" ? await holdPort(listening.url) : undefined;
  return {
    url: held === undefined ? listening.url : `http://${held.localAddress}:${held.localPort}`,
    requests,
    asked,
    async close() {
      held?.destroy();
      await listening.close();
    },
  };
}

async function answer(
  fault: Exclude<FaultName, "refused">,
  { request, response, echo }: { request: IncomingMessage; response: ServerResponse; echo: string },
): Promise<void> {
  if (fault !== "reset-before-read") {
    request.resume();
    await once(request, "end");
  }
  ANSWERS[fault](response, echo);
}

/**
 * A port that refuses for certain: it is the near end of a connection, so that nobody listens there and nobody else
 * can be given it.
 */
async function holdPort(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  return socket;
}
