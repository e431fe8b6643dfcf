/**
 * A host that imports and constructs everything and never starts anything, with all that the packages depend on loaded
 * as well. It prints what was called on the way, and then ends by itself: were a timer, a socket or a watcher left
 * behind, it would hang.
 */
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { calls } from "./sensitive-calls.ts";

const loaded = await loadDependencies();
const { PROVIDERS, STORES, keys } = await import("./adapters.ts");
const { createConsent, defineApp } = await import("@shiming/consent");
const { createVerifier } = await import("shiming");

const text = { en: "Test", zh: "测试" };
const handler = { name: text, contact: "privacy@example.com" };
const app = defineApp({ id: "example.test", type: "other", name: text, handler });
const providers = Object.values(PROVIDERS).map((construct) => construct("http://127.0.0.1:9"));
for (const openStore of Object.values(STORES)) {
  const store = openStore();
  createVerifier({ providers, store, keys, consent: createConsent({ app, store, keys }) });
}
process.stdout.write(JSON.stringify({ calls, loaded }));

/** Also those that a package would load only on first use. */
async function loadDependencies(): Promise<readonly string[]> {
  const packages = fileURLToPath(new URL("../../packages", import.meta.url));
  const found = new Map<string, string>();
  for (const file of globSync(`${packages}/{*,*/*}/package.json`)) {
    // Our own manifests.
    const { dependencies = {} } = JSON.parse(readFileSync(file, "utf8")) as {
      dependencies?: Record<string, string>;
    };
    for (const name of Object.keys(dependencies)) found.set(name, createRequire(file).resolve(name));
  }
  await Promise.all([...found.values()].map((path) => import(pathToFileURL(path).href)));
  return [...found.keys()].toSorted();
}
