/**
 * Watches a process from its first line on: loaded with `--import`, before anything else. Every way in which a package
 * could learn who or where somebody is, or could tell anyone, writes its name down instead of staying unseen.
 */
import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import fs from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import os from "node:os";
import { resolve } from "node:path";
import tls from "node:tls";
import { fileURLToPath } from "node:url";

/** What was called, in order, such as `os.hostname`. */
export const calls: string[] = [];

const WORKSPACE = fileURLToPath(new URL("../../", import.meta.url));

/** Who and where this machine is; other programs on it; the network. */
const WATCHED: readonly (readonly [name: string, owner: object, methods: readonly string[]])[] = [
  ["os", os, ["hostname", "networkInterfaces", "userInfo", "homedir"]],
  [
    "child_process",
    childProcess,
    ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"],
  ],
  ["dns", dns, ["lookup", "resolve", "resolve4", "resolve6", "reverse"]],
  ["dns.promises", dns.promises, ["lookup", "resolve", "resolve4", "resolve6", "reverse"]],
  ["net", net, ["connect", "createConnection", "createServer"]],
  ["net.Socket", net.Socket.prototype, ["connect"]],
  ["tls", tls, ["connect"]],
  ["dgram", dgram, ["createSocket"]],
  ["http", http, ["request", "get"]],
  ["https", https, ["request", "get"]],
  ["http2", http2, ["connect"]],
  ["globalThis", globalThis, ["fetch", "WebSocket", "EventSource", "setInterval", "setTimeout"]],
];

/** Reading a package is how it is loaded; reading the machine is something else. */
const WATCHED_FILES: readonly (readonly [name: string, owner: object, methods: readonly string[]])[] = [
  ["fs", fs, ["readFileSync", "readFile", "openSync", "open", "createReadStream"]],
  ["fs.promises", fs.promises, ["readFile", "open"]],
];

for (const [name, owner, methods] of WATCHED) {
  for (const method of methods) watch(owner, method, () => `${name}.${method}`);
}
for (const [name, owner, methods] of WATCHED_FILES) {
  for (const method of methods)
    watch(owner, method, ([path]) => (isOutside(path) ? `${name}.${method}` : undefined));
}
for (const platform of ["wx", "my", "tt", "uni", "plus"]) watchPlatform(platform);
syncBuiltinESMExports();

function watch(
  owner: object,
  method: string,
  nameOf: (args: readonly unknown[]) => string | undefined,
): void {
  const original: unknown = Reflect.get(owner, method);
  if (typeof original !== "function") return;
  const watched = new Proxy(original, {
    apply(target, self, args: unknown[]) {
      note(nameOf(args));
      return Reflect.apply(target, self, args);
    },
    construct(target, args: unknown[], newTarget) {
      note(nameOf(args));
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
  Reflect.defineProperty(owner, method, { value: watched, configurable: true, writable: true });
}

/** The object through which a mini-program or a web view reaches the device: any touch counts. */
function watchPlatform(name: string): void {
  const device = new Proxy(
    {},
    {
      get(_target, property) {
        note(`${name}.${String(property)}`);
        return undefined;
      },
    },
  );
  Reflect.defineProperty(globalThis, name, { value: device, configurable: true });
}

function note(name: string | undefined): void {
  if (name !== undefined) calls.push(name);
}

function isOutside(path: unknown): boolean {
  const text = path instanceof URL ? fileURLToPath(path) : path;
  return typeof text === "string" && !resolve(text).startsWith(WORKSPACE);
}
