/** The test runner, as the suites need it: `node:test`, vitest, jest and mocha all fit. */
export interface Runner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: (name: string, body: () => Promise<void>) => unknown;
}
