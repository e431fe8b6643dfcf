import { defineConfig } from "vitest/config";

/** Packages resolve to their sources, so no test needs a build. */
const conditions = ["source", "module", "node", "development|production"];

const shared = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
};

const project = (name: string, include: string[]) => ({
  ...shared,
  test: {
    name,
    include,
    exclude: ["**/node_modules/**", "**/dist/**"],
    typecheck: {
      enabled: true,
      include: include.map((pattern) => pattern.replace(".test.ts", ".test-d.ts")),
      tsconfig: "tsconfig.tests.json",
      ignoreSourceErrors: false,
    },
  },
});

export default defineConfig({
  test: {
    projects: [
      project("packages", ["packages/**/src/**/*.test.ts"]),
      project("examples", ["examples/**/*.test.ts"]),
      project("test", ["test/**/*.test.ts"]),
    ],
  },
});
