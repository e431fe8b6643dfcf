import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type Listening, listenOnLoopback } from "@shiming/contract-tests";

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

export async function startEchoingServer(day: BadDay): Promise<Listening> {
  return listenOnLoopback(createServer((request, response) => void echo(request, response, day)));
}

async function echo(request: IncomingMessage, response: ServerResponse, day: BadDay): Promise<void> {
  day(await text(request), response);
}
