import { getEventListeners, once } from "node:events";
import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createNetServer, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createTransport, type Transport } from "./transport.ts";
import type { TransportTuning } from "./transport-options.ts";
import type { WireReply, WireRequest } from "./wire.ts";

const cleanup: (() => void)[] = [];

afterEach(() => {
  for (const undo of cleanup.splice(0)) undo();
});

async function listen(server: Server | ReturnType<typeof createNetServer>): Promise<URL> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanup.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return new URL(`http://127.0.0.1:${address.port}/path?q=1`);
}

const serve = (listener: RequestListener): Promise<URL> => listen(createHttpServer(listener));
const serveRaw = (listener: (socket: Socket) => void): Promise<URL> => listen(createNetServer(listener));

function transportTo(url: URL, tuning: TransportTuning = {}): Transport {
  const transport = createTransport({ origins: [url], ...tuning });
  cleanup.push(() => void transport.close());
  return transport;
}

function post(url: URL, more: Partial<WireRequest> = {}): WireRequest {
  const headers = { "content-type": "application/json" };
  return { method: "POST", url, headers, body: "{}", signal: new AbortController().signal, ...more };
}

async function sendTo(url: URL, tuning?: TransportTuning): Promise<WireReply> {
  return transportTo(url, tuning).send(post(url));
}

const lost = (phase: string, cause: string) => ({ kind: "fault", fault: { phase, cause, sent: "maybe" } });
const unsent = (phase: string, cause: string) => ({ kind: "fault", fault: { phase, cause, sent: "no" } });

describe("a transport", () => {
  it("sends method, path, headers and body, and gives back status, headers and body", async () => {
    const url = await serve((request, response) => {
      request.setEncoding("utf8");
      request.on("data", (body: string) => {
        const { method, headers } = request;
        response.writeHead(201, { "x-answer": "yes" });
        response.end(JSON.stringify({ method, path: request.url, type: headers["content-type"], body }));
      });
    });

    const reply = await transportTo(url).send(post(url, { body: "某一一" }));

    expect(reply).toMatchObject({ kind: "response", status: 201, headers: { "x-answer": "yes" } });
    expect(reply.kind === "response" && JSON.parse(reply.body)).toEqual({
      method: "POST",
      path: "/path?q=1",
      type: "application/json",
      body: "某一一",
    });
  });

  it("asks for an answer without compression", async () => {
    const url = await serve((request, response) => response.end(request.headers["accept-encoding"]));

    expect(await sendTo(url)).toMatchObject({ body: "identity" });
  });

  it("decodes a character that comes in two pieces", async () => {
    const bytes = Buffer.from("实名");
    const url = await serve((_request, response) => {
      response.write(bytes.subarray(0, 4), () => setImmediate(() => response.end(bytes.subarray(4))));
    });

    expect(await sendTo(url)).toMatchObject({ body: "实名" });
  });

  it("uses a connection again", async () => {
    const ports = new Set<number | undefined>();
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end();
    });
    const transport = transportTo(url, { connections: 1 });
    await transport.send(post(url));
    await transport.send(post(url));

    expect(ports.size).toBe(1);
  });

  it("does not follow a redirect", async () => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked++;
      response.writeHead(307, { location: "/elsewhere" }).end();
    });

    expect(await sendTo(url)).toMatchObject({ kind: "response", status: 307 });
    expect(asked).toBe(1);
  });

  it("waits for the final answer after an interim one", async () => {
    const url = await serve((_request, response) => {
      response.writeProcessing();
      response.end("final");
    });

    expect(await sendTo(url)).toMatchObject({ status: 200, body: "final" });
  });

  it("refuses an origin that was not declared, and sends nothing there", async () => {
    let asked = false;
    const elsewhere = await serve(() => (asked = true));
    const url = await serve((_request, response) => response.end());

    await expect(transportTo(url).send(post(elsewhere))).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(asked).toBe(false);
  });
});

describe("a fault before the first byte", () => {
  it("is a refused connection", async () => {
    const server = createNetServer();
    const url = await listen(server);
    server.close();
    await once(server, "close");

    expect(await sendTo(url)).toEqual(unsent("connect", "refused"));
  });

  it("is a TLS failure, where the other side does not speak TLS", async () => {
    const url = await serveRaw((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    url.protocol = "https:";

    expect(await sendTo(url)).toEqual(unsent("connect", "tls"));
  });

  it("is a time-out, where the other side never finishes the handshake", async () => {
    const url = await serveRaw(() => {});
    url.protocol = "https:";

    expect(await sendTo(url, { connectTimeoutMs: 30 })).toEqual(unsent("connect", "timeout"));
  });

  it("is a request that cannot be written", async () => {
    const url = await serve((_request, response) => response.end());
    const reply = await transportTo(url).send(post(url, { headers: { authorization: "line\nbreak" } }));

    expect(reply).toEqual(unsent("request", "other"));
  });
});

describe("a fault after the first byte may have been billed", () => {
  it("is a connection that ends before the status", async () => {
    const url = await serve((request) => request.socket.destroy());

    expect(await sendTo(url)).toEqual(lost("headers", "reset"));
  });

  it("is silence", async () => {
    const url = await serve(() => {});

    expect(await sendTo(url, { headersTimeoutMs: 30 })).toEqual(lost("headers", "timeout"));
  });

  it("is an answer that is not HTTP", async () => {
    const url = await serveRaw((socket) => socket.end("nothing like HTTP\r\n\r\n"));

    expect(await sendTo(url)).toEqual(lost("headers", "other"));
  });

  it("is a connection that ends inside the body", async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { "content-length": 100 });
      response.write("half", () => request.socket.destroy());
    });

    expect(await sendTo(url)).toEqual(lost("body", "reset"));
  });

  it("is a body that stops", async () => {
    const url = await serve((_request, response) => void response.write("half"));

    expect(await sendTo(url, { bodyTimeoutMs: 30 })).toEqual(lost("body", "timeout"));
  });

  it("is a body that drips and never ends", async () => {
    const url = await serve((_request, response) => {
      const drip = () => {
        if (!response.destroyed) response.write(".", () => setImmediate(drip));
      };
      drip();
    });

    expect(await sendTo(url, { bodyTimeoutMs: 30 })).toEqual(lost("body", "timeout"));
  });

  it("is a body over the limit, and the connection is dropped at once", async () => {
    const { promise: dropped, resolve } = Promise.withResolvers<void>();
    const url = await serve((_request, response) => {
      response.on("close", resolve);
      response.write("x".repeat(101));
    });

    expect(await sendTo(url, { maxBodyBytes: 100 })).toEqual(lost("body", "too-large"));
    await dropped;
  });

  it("takes a body of exactly the limit", async () => {
    const url = await serve((_request, response) => response.end("x".repeat(100)));

    expect(await sendTo(url, { maxBodyBytes: 100 })).toMatchObject({ kind: "response", status: 200 });
  });

  it("is never asked again, also when an idle connection turns out to be dead", async () => {
    let asked = 0;
    const url = await serve((request, response) => {
      asked++;
      if (asked === 2) request.socket.destroy();
      else response.end();
    });
    const transport = transportTo(url, { connections: 1 });
    await transport.send(post(url));

    expect(await transport.send(post(url))).toEqual(lost("headers", "reset"));
    expect(await transport.send(post(url))).toMatchObject({ status: 200 });
    expect(asked).toBe(3);
  });
});

describe("an abort", () => {
  const stopped = { name: "AbortError" };

  it("stops a call that has not begun", async () => {
    let asked = false;
    const url = await serve(() => (asked = true));

    const call = transportTo(url).send(post(url, { signal: AbortSignal.abort("some reason") }));

    await expect(call).rejects.toMatchObject(stopped);
    expect(asked).toBe(false);
  });

  it("stops a call that waits for a connection, and nothing of it is ever sent", async () => {
    const bodies: string[] = [];
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const url = await serve((request, response) => {
      request.setEncoding("utf8");
      request.on("data", (body: string) => {
        bodies.push(body);
        arrive();
        void gate.then(() => response.end());
      });
    });
    const transport = transportTo(url, { connections: 1 });
    const first = transport.send(post(url, { body: "first" }));
    await arrived;
    const controller = new AbortController();
    const second = transport.send(post(url, { body: "second", signal: controller.signal }));
    const third = transport.send(post(url, { body: "third" }));
    controller.abort();

    await expect(second).rejects.toMatchObject(stopped);
    open();
    await Promise.all([first, third]);
    expect(bodies).toEqual(["first", "third"]);
  });

  it("stops a call during the handshake", async () => {
    const controller = new AbortController();
    const url = await serveRaw(() => controller.abort());
    url.protocol = "https:";

    await expect(transportTo(url).send(post(url, { signal: controller.signal }))).rejects.toMatchObject(
      stopped,
    );
  });

  it("stops a call that waits for the answer, and drops the connection", async () => {
    const controller = new AbortController();
    const { promise: dropped, resolve } = Promise.withResolvers<void>();
    const url = await serve((_request, response) => {
      response.on("close", resolve);
      controller.abort();
    });

    await expect(transportTo(url).send(post(url, { signal: controller.signal }))).rejects.toMatchObject(
      stopped,
    );
    await dropped;
  });

  it("stops a call inside the body", async () => {
    const controller = new AbortController();
    const url = await serve((_request, response) => {
      response.write("half", () => setImmediate(() => controller.abort()));
    });

    await expect(transportTo(url).send(post(url, { signal: controller.signal }))).rejects.toMatchObject(
      stopped,
    );
  });

  it("after the answer changes nothing, and leaves no listener behind", async () => {
    const url = await serve((_request, response) => response.end("done"));
    const controller = new AbortController();
    const { signal } = controller;
    const reply = await transportTo(url).send(post(url, { signal }));

    expect(getEventListeners(signal, "abort")).toEqual([]);
    controller.abort();
    expect(reply).toMatchObject({ body: "done" });
  });
});

describe("close", () => {
  it("lets a call that is under way end", async () => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<() => void>();
    const url = await serve((_request, response) => arrive(() => response.end("late")));
    const transport = transportTo(url);
    const call = transport.send(post(url));
    const answer = await arrived;
    const closed = transport.close();
    answer();

    expect(await call).toMatchObject({ body: "late" });
    await closed;
  });

  it("refuses calls from then on", async () => {
    const url = await serve((_request, response) => response.end());
    const transport = transportTo(url);
    await transport.close();

    await expect(transport.send(post(url))).rejects.toMatchObject({ code: "CLOSED" });
  });

  it("refuses a call that was waiting for the library to load, and can be called twice", async () => {
    const url = await serve((_request, response) => response.end());
    const transport = transportTo(url);
    const call = transport.send(post(url));
    const closing = [transport.close(), transport.close()];

    await expect(call).rejects.toMatchObject({ code: "CLOSED" });
    await Promise.all(closing);
  });
});
