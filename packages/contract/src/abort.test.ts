import { describe, expect, it } from "vitest";
import { abortError, neverAborted, throwIfAborted, untilAborted } from "./abort.ts";

const stopped = expect.objectContaining({ name: "AbortError" });

describe("abortError", () => {
  it("says nothing of the signal's reason, which may be anything", () => {
    const controller = new AbortController();
    controller.abort("某一一");

    expect(() => throwIfAborted(controller.signal)).toThrow(stopped);
    expect(abortError().message).not.toContain("某一一");
  });
});

describe("untilAborted", () => {
  it("gives what the work gives", async () => {
    await expect(untilAborted(Promise.resolve("done"), neverAborted)).resolves.toBe("done");
    await expect(untilAborted(Promise.reject(new RangeError("work")), neverAborted)).rejects.toThrow(
      RangeError,
    );
  });

  it("waits no longer than until the signal fires", async () => {
    const controller = new AbortController();
    const waiting = untilAborted(new Promise(() => {}), controller.signal);
    controller.abort();

    await expect(waiting).rejects.toThrow(stopped);
  });

  it("does not wait at all for a signal that has fired", async () => {
    await expect(untilAborted(Promise.resolve("done"), AbortSignal.abort())).rejects.toThrow(stopped);
  });
});
