import { describe, expect, it } from "vitest";
import { createKeyedLock } from "./keyed-lock.ts";

/** A task that says when it begins, and ends when told. */
function task(name: string, said: string[]) {
  const end = Promise.withResolvers<string>();
  const run = async (): Promise<string> => {
    said.push(`${name} begins`);
    const result = await end.promise.finally(() => said.push(`${name} ends`));
    return result;
  };
  return { run, end };
}

describe("a keyed lock", () => {
  it("runs one task at a time under a key, in the order of their coming", async () => {
    const lock = createKeyedLock();
    const said: string[] = [];
    const [a, b, c] = [task("a", said), task("b", said), task("c", said)];
    const all = [lock("k", a.run), lock("k", b.run), lock("k", c.run)];
    c.end.resolve("c");
    b.end.resolve("b");
    a.end.resolve("a");

    expect(await Promise.all(all)).toEqual(["a", "b", "c"]);
    expect(said).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  });

  it("does not keep another key waiting", async () => {
    const lock = createKeyedLock();
    const said: string[] = [];
    const [a, b] = [task("a", said), task("b", said)];
    const first = lock("k", a.run);
    const second = lock("other", b.run);
    b.end.resolve("b");

    expect(await second).toBe("b");
    a.end.resolve("a");
    expect(await first).toBe("a");
  });

  it("keeps a late comer waiting for the one that has moved up", async () => {
    const lock = createKeyedLock();
    const said: string[] = [];
    const [a, b, c] = [task("a", said), task("b", said), task("c", said)];
    const first = lock("k", a.run);
    const second = lock("k", b.run);
    a.end.resolve("a");
    await first;
    const third = lock("k", c.run);
    c.end.resolve("c");
    b.end.resolve("b");

    expect(await Promise.all([second, third])).toEqual(["b", "c"]);
    expect(said.slice(-3)).toEqual(["b ends", "c begins", "c ends"]);
  });

  it("goes on after a task that failed, and gives the failure to its own caller alone", async () => {
    const lock = createKeyedLock();
    const said: string[] = [];
    const [a, b] = [task("a", said), task("b", said)];
    const first = lock("k", a.run);
    const second = lock("k", b.run);
    a.end.reject(new Error("a failed"));
    b.end.resolve("b");

    await expect(first).rejects.toThrow("a failed");
    expect(await second).toBe("b");
  });

  it("runs a late comer at once when nobody is there any more", async () => {
    const lock = createKeyedLock();
    await lock("k", async () => "a");
    const said: string[] = [];
    const { run, end } = task("b", said);
    const late = lock("k", run);

    expect(said).toEqual(["b begins"]);
    end.resolve("b");
    await late;
  });
});
