import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { BODY_LIMIT } from "./bounded-body.ts";
import { startMockAuthority } from "./node.ts";
import type { RunningMockAuthority } from "./node.ts";
import { createFixedClock, FIXED_NOW } from "./test-support/fixed-clock.ts";
import { tc3Request, tencentCredentials } from "./test-support/tc3.ts";

let running: RunningMockAuthority | undefined;
afterEach(() => running?.close());

async function start(): Promise<RunningMockAuthority> {
  running = await startMockAuthority({ seed: "test", clock: createFixedClock() });
  return running;
}

/** Sends bytes as they are and reads until the server hangs up. */
async function sendRaw(url: string, head: readonly string[], body = ""): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write(`${[...head, "Connection: close", "", ""].join("\r\n")}${body}`);
  return text(socket);
}

describe("startMockAuthority", () => {
  it("answers a signed request over HTTP, with the host signed as the official SDK does", async () => {
    const { url, authority } = await start();
    const { secretId, secretKey } = tencentCredentials(authority);
    const { host, hostname } = new URL(url);
    const request = tc3Request({
      secretId,
      secretKey,
      action: "IdCardVerification",
      parameters: { IdCard: "110000190101010001", Name: "某一一" },
      timestamp: FIXED_NOW / 1000,
      host,
      signedHost: hostname,
      service: "127",
    });
    const response = await fetch(request);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ Response: { Result: "0" } });
  });

  it("uses the address it was called by in the catalogue, and writes an empty answer as one", async () => {
    const { url } = await start();
    const { wires } = (await (await fetch(`${url}/_mock/catalogue`)).json()) as {
      wires: { baseUrl: string }[];
    };
    expect(new Set(wires.map(({ baseUrl }) => new URL(baseUrl).origin))).toEqual(new Set([url]));
    const reset = await fetch(`${url}/_mock/reset`, { method: "POST" });
    expect([reset.status, await reset.text()]).toEqual([204, ""]);
  });

  it("refuses a body over the limit, declared or in chunks, in the vendor's envelope", async () => {
    const { url } = await start();
    const head = [
      "POST / HTTP/1.1",
      `Host: ${new URL(url).host}`,
      "Content-Type: application/json",
      "X-TC-Action: A",
    ];
    const declared = await sendRaw(url, [...head, `Content-Length: ${BODY_LIMIT + 1}`]);
    expect(declared).toMatch(/^HTTP\/1\.1 200 /);
    expect(declared).toContain("RequestSizeLimitExceeded");
    const size = (BODY_LIMIT + 1).toString(16);
    const chunk = `${size}\r\n${" ".repeat(BODY_LIMIT + 1)}\r\n0\r\n\r\n`;
    const chunked = await sendRaw(url, [...head, "Transfer-Encoding: chunked"], chunk);
    expect(chunked).toContain("RequestSizeLimitExceeded");
  });

  it("leaves the global Request and Response alone", async () => {
    const before = [globalThis.Request, globalThis.Response];
    await start();
    expect([globalThis.Request, globalThis.Response]).toEqual(before);
  });

  it("closes at once, with a request still on its way, and twice without harm", async () => {
    const { url, close } = await start();
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.write(`GET /_mock/journal HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\nPOST`);
    const answered = text(socket);
    await new Promise((resolve) => socket.once("data", resolve));
    await close();
    await close();
    expect(await answered).toContain('"entries":[]');
    await expect(fetch(url)).rejects.toThrow("fetch failed");
  });

  it("rejects when the port is taken", async () => {
    const { url } = await start();
    await expect(startMockAuthority({ port: Number(new URL(url).port) })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });
});
