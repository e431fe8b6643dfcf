import { copyFileSync, readFileSync } from "node:fs";
import { defineConfig } from "tsup";

interface Manifest {
  readonly exports: Record<string, string | { readonly source: string }>;
  readonly bin?: Record<string, string>;
}

// tsup runs in the folder of the package that it builds.
const { exports, bin = {} } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const modules = Object.values(exports).flatMap((target) =>
  typeof target === "string" ? [] : [target.source],
);
const commands = Object.values(bin).map((path) => path.replace("./dist/", "./src/").replace(".js", ".ts"));

/** JavaScript only: `tsc -b` writes the declarations. What is built is what package.json promises. */
export default defineConfig({
  entry: [...modules, ...commands],
  format: "esm",
  target: "node22",
  sourcemap: true,
  clean: true,
  // `node:sqlite` has no other name.
  removeNodeProtocol: false,
  // Apache-2.0 4(d): the notice goes wherever the code goes.
  onSuccess: async () => copyFileSync(new URL("NOTICE", import.meta.url), "dist/NOTICE"),
});
