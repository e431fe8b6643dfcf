/**
 * Bundles parts of @shiming/identifiers, and the dialog of @shiming/consent, as an app would, minified, and weighs them
 * after gzip -9. Fails over a limit.
 *
 * Usage: node scripts/check-sizes.ts (after `pnpm build`)
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

interface Part {
  readonly name: string;
  /** What the app imports. */
  readonly code: string;
  /** The package's folder; default that of @shiming/identifiers. */
  readonly folder?: string;
  /** Bytes after gzip; absent where the size is only told. */
  readonly limit?: number;
}

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const IDENTIFIERS = join(ROOT, "packages/identifiers");
const CONSENT = join(ROOT, "packages/consent");
const KIB = 1024;
const ONE_KIND = 2 * KIB;
const ALL_KINDS = 8 * KIB;
const DIALOG = 2 * KIB;

/** Kinds that are heavier than one kind should be, and may not grow further. */
const HEAVY: Readonly<Partial<Record<string, number>>> = {
  // Date, check character and region, each with findings of its own.
  residentId: 2120,
  legacyResidentId: 2190,
  // The table of segments.
  mobileNumber: 2125,
  // Two numbers in one.
  permanentResidentCard: 2550,
  // All of credit code, organisation code, resident IDs, permits and passports.
  taxpayerNumber: 4150,
};

const kinds = await kindNames();
const parts: readonly Part[] = [
  ...kinds.map((name): Part => ({ name, code: imported(name), limit: HEAVY[name] ?? ONE_KIND })),
  { name: "all kinds and detect", code: imported(...kinds, "detect"), limit: ALL_KINDS },
  { name: "isKnownNationality", code: imported("isKnownNationality") },
  { name: "isKnownRegion", code: imported("isKnownRegion") },
  { name: "addWorkingDays", code: imported("addWorkingDays") },
  { name: "everything but ./regions", code: 'export * from "./dist/index.js"' },
  { name: "./regions", code: 'export * from "./dist/regions.js"' },
  { name: "consent/dialog", code: 'export * from "./dist/dialog.js"', folder: CONSENT, limit: DIALOG },
];

/** What has the face of a kind. */
async function kindNames(): Promise<readonly string[]> {
  // A module is an object of its exports.
  const exported = (await import(join(IDENTIFIERS, "dist/index.js"))) as Readonly<Record<string, unknown>>;
  return Object.keys(exported).filter((name) => isKind(exported[name]));
}

function isKind(value: unknown): boolean {
  return typeof value === "object" && value !== null && "parse" in value;
}

function imported(...names: readonly string[]): string {
  return `export { ${names.join(", ")} } from "./dist/index.js"`;
}

async function weigh({ code, folder = IDENTIFIERS }: Part): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}

const sizes = await Promise.all(parts.map(weigh));
const tooHeavy = parts.filter(({ limit = Infinity }, index) => (sizes[index] ?? Infinity) > limit);
parts.forEach(({ name, limit }, index) => {
  const judged = limit === undefined ? "" : `of ${limit}`;
  console.log(`${name.padEnd(26)} ${String(sizes[index]).padStart(6)} ${judged}`);
});
for (const { name } of tooHeavy) console.error(`${name} is over its limit`);
process.exitCode = tooHeavy.length === 0 ? 0 : 1;
