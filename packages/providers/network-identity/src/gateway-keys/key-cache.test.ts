import type { KeyObject } from "node:crypto";
import { fakeClock, type FakeClock } from "@shiming/contract-tests";
import { beforeEach, describe, expect, it } from "vitest";
import { createKeyCache, type KeyCache } from "./key-cache.ts";
import type { Keys } from "./read-key-set.ts";
import { CURRENT, OTHER, publicKeyOf } from "../test-support/keys.ts";

const MINUTE = 60_000;
const current = publicKeyOf(CURRENT);
const other = publicKeyOf(OTHER);

let clock: FakeClock;
let published: Record<string, KeyObject> | "unreachable" | Error;
let fetches: number;
let cache: KeyCache;

beforeEach(() => {
  clock = fakeClock();
  published = { current };
  fetches = 0;
  cache = createKeyCache(fetchKeys);
});

async function fetchKeys(): Promise<Keys | "unreachable"> {
  fetches += 1;
  if (published instanceof Error) throw published;
  return published === "unreachable" ? published : new Map(Object.entries(published));
}

const find = (kid: string, signal = new AbortController().signal) => cache.find(kid, { clock, signal });

describe("createKeyCache", () => {
  it("fetches nothing before a key is asked for, and then once", async () => {
    expect(fetches).toBe(0);
    expect(await find("current")).toBe(current);
    expect(await find("current")).toBe(current);
    expect(fetches).toBe(1);
  });

  it("shares one fetch among all who wait", async () => {
    const found = await Promise.all([find("current"), find("current"), find("nobody's")]);

    expect(found).toEqual([current, current, "unknown"]);
    expect(fetches).toBe(1);
  });

  it("confirms even a known key after ten minutes", async () => {
    await find("current");
    clock.advance(10 * MINUTE - 1);
    await find("current");
    expect(fetches).toBe(1);

    clock.advance(1);
    published = { other };
    expect(await find("current")).toBe("unknown");
    expect(fetches).toBe(2);
  });

  it("does not fall back on an old set when the gateway is out of reach", async () => {
    await find("current");
    clock.advance(10 * MINUTE);
    published = "unreachable";

    expect(await find("current")).toBe("unreachable");
  });

  it("trusts no set from the future of a clock that was set back", async () => {
    await find("current");
    clock.advance(-MINUTE);
    await find("current");

    expect(fetches).toBe(2);
  });

  it("finds a key that the gateway has changed to", async () => {
    await find("current");
    published = { current, other };

    expect(await find("other")).toBe(other);
    expect(fetches).toBe(2);
  });

  it("fetches for unknown keys once a minute at most", async () => {
    await find("current");
    const found: unknown[] = [];
    for (let index = 0; index < 20; index += 1) {
      // One after the other is the point.
      // oxlint-disable-next-line no-await-in-loop
      found.push(await find(`forged-${index}`));
    }
    expect(new Set(found)).toEqual(new Set(["unknown"]));
    expect(fetches).toBe(2);

    clock.advance(MINUTE - 1);
    await find("forged");
    expect(fetches).toBe(2);

    clock.advance(1);
    await find("forged");
    expect(fetches).toBe(3);
  });

  it("lets everybody wait for the fetch that is under way", async () => {
    await find("current");
    published = { current, other };

    expect(await Promise.all([find("other"), find("other")])).toEqual([other, other]);
    expect(fetches).toBe(2);
  });

  it("says that nobody knows, while the last fetch for an unknown key has failed", async () => {
    await find("current");
    published = "unreachable";

    expect(await find("other")).toBe("unreachable");
    expect(await find("other")).toBe("unreachable");
    expect(await find("current")).toBe(current);
    expect(fetches).toBe(2);
  });

  it("tries again after a fetch that failed", async () => {
    published = new Error("misconfigured");
    await expect(find("current")).rejects.toThrow("misconfigured");
    published = { current };

    expect(await find("current")).toBe(current);
  });

  it("does not wait for a caller that has stopped", async () => {
    published = new Error("nobody is there to hear of this");

    await expect(find("current", AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
  });

  it("stops waiting when the caller stops, and leaves the fetch to the others", async () => {
    const caller = new AbortController();
    const stopped = find("current", caller.signal);
    const waiting = find("current");
    caller.abort(new Error("a reason that may hold anything"));

    await expect(stopped).rejects.toMatchObject({
      name: "AbortError",
      message: "the caller stopped this call",
    });
    expect(await waiting).toBe(current);
    expect(fetches).toBe(1);
  });
});
