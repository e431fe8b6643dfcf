import { describe, expect, it } from "vitest";
import { readBoundedBody } from "./bounded-body.ts";

const URL_TEXT = "http://mock.test/";

function streamOf(
  chunks: readonly Uint8Array[],
  onCancel: () => void = () => undefined,
): ReadableStream<Uint8Array> {
  const rest = [...chunks];
  return new ReadableStream({
    pull(controller) {
      const chunk = rest.shift();
      if (chunk === undefined) controller.close();
      else controller.enqueue(chunk);
    },
    cancel: onCancel,
  });
}

function post(body: ReadableStream<Uint8Array> | string, headers: Record<string, string> = {}): Request {
  return new Request(URL_TEXT, { method: "POST", body, headers, duplex: "half" });
}

describe("readBoundedBody", () => {
  it.each([
    ["text with its length", post("hello", { "content-length": "5" })],
    ["text without a length", post("hello")],
    ["a stream in pieces", post(streamOf([Buffer.from("hel"), Buffer.from("lo")]))],
    ["a length that is no number", post("hello", { "content-length": "five" })],
  ])("reads %s", async (_, request) => {
    const body = await readBoundedBody(request, 5);
    expect(body.kind === "complete" && Buffer.from(body.bytes).toString()).toBe("hello");
  });

  it("reads nothing from a request without body", async () => {
    expect(await readBoundedBody(new Request(URL_TEXT))).toEqual({
      kind: "complete",
      bytes: new Uint8Array(),
    });
  });

  it.each([
    ["a declared length, before reading", post("hello", { "content-length": "6" })],
    ["text longer than declared", post("longer", { "content-length": "5" })],
    ["text without a length", post("longer")],
  ])("refuses %s over the limit", async (_, request) => {
    expect(await readBoundedBody(request, 5)).toEqual({ kind: "too-large" });
  });

  it("stops an endless stream at the limit", async () => {
    let cancelled = false;
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1000));
      },
      cancel() {
        cancelled = true;
      },
    });
    expect(await readBoundedBody(post(endless), 10_000)).toEqual({ kind: "too-large" });
    expect(cancelled).toBe(true);
    expect(pulled).toBeLessThan(20);
  });

  it("calls a body broken that fails or was read before", async () => {
    const failing = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error("gone")),
    });
    expect(await readBoundedBody(post(failing))).toEqual({ kind: "broken" });
    const used = post("hello");
    await used.text();
    expect(await readBoundedBody(used)).toEqual({ kind: "broken" });
  });
});
