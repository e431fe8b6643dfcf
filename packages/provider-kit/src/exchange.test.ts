import type { Dispatcher } from "undici";
import { describe, expect, it, vi } from "vitest";
import { Exchange } from "./exchange.ts";
import type { WireReply } from "./wire.ts";

function controllerForTest() {
  const abort = vi.fn<(reason: Error) => void>();
  const idle = { pause() {}, resume() {}, aborted: false, paused: false, reason: null };
  return { ...idle, abort } satisfies Dispatcher.DispatchController;
}

function start() {
  const { promise, resolve, reject } = Promise.withResolvers<WireReply>();
  const stop = new AbortController();
  const { signal } = stop;
  const exchange = new Exchange({ signal, maxBodyBytes: 100, bodyTimeoutMs: 1_000, resolve, reject });
  return { exchange, reply: promise, stop };
}

const RESET = Object.assign(new Error("any text"), { code: "ECONNRESET" });

describe("an exchange", () => {
  it("never starts a second time, as a replay by the library would", () => {
    const { exchange } = start();
    const [first, second] = [controllerForTest(), controllerForTest()];
    exchange.onRequestStart(first);
    exchange.onRequestStart(second);

    expect(first.abort).not.toHaveBeenCalled();
    expect(second.abort).toHaveBeenCalledOnce();
  });

  it("does not start after its caller has stopped", async () => {
    const { exchange, reply, stop } = start();
    const controller = controllerForTest();
    stop.abort();
    exchange.onRequestStart(controller);

    await expect(reply).rejects.toMatchObject({ name: "AbortError" });
    expect(controller.abort).toHaveBeenCalledOnce();
  });

  it("says that nothing was sent until it has started, whatever the error", async () => {
    const { exchange, reply } = start();
    exchange.onResponseError(null, RESET);

    expect(await reply).toMatchObject({ fault: { phase: "connect", cause: "reset", sent: "no" } });
  });

  it("says that something may have been sent from then on, also for an error that sounds early", async () => {
    const { exchange, reply } = start();
    const controller = controllerForTest();
    exchange.onRequestStart(controller);
    exchange.onResponseError(controller, Object.assign(new Error("any text"), { code: "ECONNREFUSED" }));

    expect(await reply).toMatchObject({ fault: { phase: "headers", cause: "refused", sent: "maybe" } });
  });

  it("still waits for the status after an interim answer", async () => {
    const { exchange, reply } = start();
    const controller = controllerForTest();
    exchange.onRequestStart(controller);
    exchange.onResponseStart(controller, 103, {});
    exchange.onResponseError(controller, RESET);

    expect(await reply).toMatchObject({ fault: { phase: "headers", cause: "reset", sent: "maybe" } });
  });

  it("keeps to its answer, whatever is reported afterwards", async () => {
    const { exchange, reply, stop } = start();
    const controller = controllerForTest();
    exchange.onRequestStart(controller);
    exchange.onResponseStart(controller, 200, { "content-type": "text/plain" });
    exchange.onResponseData(controller, Buffer.from("done"));
    exchange.onResponseEnd();
    exchange.onResponseError(controller, RESET);
    stop.abort();

    expect(await reply).toEqual({
      kind: "response",
      status: 200,
      headers: { "content-type": "text/plain" },
      body: "done",
    });
    expect(controller.abort).not.toHaveBeenCalled();
  });
});
