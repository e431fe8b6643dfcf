/** A package as it must not be: it asks the machine who it is, and calls home, while it is being loaded. */
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { calls } from "./sensitive-calls.ts";

networkInterfaces();
readFileSync("/dev/null");
// What a mini-program has; the watcher has put it there.
Reflect.get(Reflect.get(globalThis, "wx") as object, "getLocation");
connect(9, "127.0.0.1").on("error", () => undefined);
setTimeout(() => undefined, 1);
process.stdout.write(JSON.stringify({ calls, loaded: [] }));
