import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMockAuthority } from "./node.ts";
import type { RunningMockAuthority } from "./node.ts";

const DEADLINE_MS = 2000;

let running: RunningMockAuthority;
beforeAll(async () => {
  running = await startMockAuthority({ seed: "test" });
});
afterAll(() => running.close());

/** Sends bytes, ends the socket, and reads until the server hangs up; a hang fails at the deadline. */
async function sendBytes(bytes: string): Promise<string> {
  const { port, hostname } = new URL(running.url);
  const socket = connect({ port: Number(port), host: hostname, signal: AbortSignal.timeout(DEADLINE_MS) });
  socket.end(bytes);
  try {
    return await text(socket);
  } catch (error) {
    // A reset is one way to hang up; what is not one is the deadline.
    if (error instanceof Error && "code" in error && error.code === "ECONNRESET") return "";
    throw error;
  }
}

const HOST = "Host: 127.0.0.1\r\n";
const JSON_TYPE = "Content-Type: application/json\r\n";

describe("bytes that are no request", () => {
  it.each([
    [
      "a body cut short on the Tencent wire",
      `POST / HTTP/1.1\r\n${HOST}${JSON_TYPE}Content-Length: 999\r\n\r\n{`,
    ],
    [
      "a body cut short on the network identity wire",
      `POST /network-identity/v1/authentications HTTP/1.1\r\n${HOST}${JSON_TYPE}Content-Length: 999\r\n\r\n{`,
    ],
    ["a chunk cut short", `POST / HTTP/1.1\r\n${HOST}${JSON_TYPE}Transfer-Encoding: chunked\r\n\r\nff\r\n{`],
    ["a chunk size that is none", `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\nzz\r\n{`],
    ["two lengths", `POST / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}`],
    ["a wrong method token", `FETCH! / HTTP/1.1\r\n${HOST}\r\n`],
    ["a garbage request line", "\u0000\u0001 this is no request\r\n\r\n"],
    ["a TLS greeting", "\u0016\u0003\u0001\u0002\u0000\u0001"],
    ["a target that is no path", `GET :// HTTP/1.1\r\n${HOST}\r\n`],
    ["no Host", "GET /_mock/journal HTTP/1.1\r\n\r\n"],
    ["a Host that is none", "GET /_mock/journal HTTP/1.1\r\nHost: a b/c\r\n\r\n"],
    ["headers without an end", `POST / HTTP/1.1\r\n${HOST}X-A: `],
    ["nothing", ""],
  ])("%s: a refusal or a closed connection, and the next request is answered", async (_, bytes) => {
    expect(await sendBytes(bytes)).toMatch(/^(HTTP\/1\.1 (4\d\d |200 [^]*"Response":\{"Error":\{)|$)/);
    const next = await fetch(`${running.url}/_mock/journal`, { signal: AbortSignal.timeout(DEADLINE_MS) });
    expect(next.status).toBe(200);
  });
});
