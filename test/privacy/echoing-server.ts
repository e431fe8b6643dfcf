import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { listenOnLoopback } from "@shiming/contract-tests";

/**
 * A vendor on one of its worst days: it fails, and it repeats what it was sent while doing so, as real front ends do.
 * What it repeats is exactly what must not come out on our side.
 */
export interface BadDay {
  readonly title: string;
  readonly fail: (body: string, response: ServerResponse) => void;
  /** What a call comes to on such a day. */
  readonly ending: "UNAVAILABLE" | "RESPONSE_INVALID" | "in-doubt";
}

export const BAD_DAYS: readonly BadDay[] = [
  {
    title: "503 with the request in the text",
    fail: (body, response) => response.writeHead(503).end(`cannot serve ${body}`),
    ending: "UNAVAILABLE",
  },
  {
    title: "200 with the request in HTML",
    fail: (body, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end(`<html>${body}</html>`),
    ending: "RESPONSE_INVALID",
  },
  {
    title: "a vendor error that quotes the request",
    fail: (body, response) => {
      const Error = { Code: "InternalError", Message: body };
      response.end(JSON.stringify({ Response: { Error, RequestId: "0-0" } }));
    },
    ending: "UNAVAILABLE",
  },
  {
    title: "an unknown code that quotes the request",
    fail: (body, response) => {
      response.end(JSON.stringify({ Response: { Error: { Code: body, Message: body }, RequestId: body } }));
    },
    ending: "RESPONSE_INVALID",
  },
  {
    title: "a reset after the request was read",
    fail: (_body, response) => response.destroy(),
    ending: "in-doubt",
  },
  {
    title: "truncated JSON with the request in it",
    fail: (body, response) => response.end(`{"Response":{"Result":"${body}`),
    ending: "RESPONSE_INVALID",
  },
];

export interface EchoingServer {
  readonly url: string;
  /** The bodies that have arrived. */
  readonly received: readonly string[];
  close(): Promise<void>;
}

export async function startEchoingServer({ fail }: Pick<BadDay, "fail">): Promise<EchoingServer> {
  const received: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    received.push(body);
    fail(body, response);
  };
  const server = await listenOnLoopback(createServer((request, response) => void answer(request, response)));
  return { url: server.url, received, close: async () => server.close() };
}
