import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConsent, definePurpose, generateKeys, verifyLedger } from "@shiming/consent";
import { openSqliteStore } from "@shiming/store-sqlite";
import { app, parts } from "./consent-forms.ts";
import type { Contender } from "./load.ts";

/** A ledger in a file, which one person after the other writes to. */
export interface Ledger extends Contender {
  /** Reads it from end to end, and gives lines per second. */
  verify(options: { readonly signatures: boolean }): Promise<number>;
}

/** A consent service over SQLite in a file of its own. Each decision is another person's; done means durable. */
export function ledgerInFile(): Ledger {
  const folder = mkdtempSync(join(tmpdir(), "shiming-bench-"));
  const store = openSqliteStore({ path: join(folder, "consent.db") });
  const keys = generateKeys();
  const consent = createConsent({ app, store, keys });
  const purpose = definePurpose({ ...parts, id: "register" });
  const notice = consent.notice(purpose, "en");
  let people = 0;
  return {
    name: "record",
    async once() {
      people += 1;
      await consent.record({ purpose, subject: `account-${people}`, notice, decision: "given" });
    },
    async verify({ signatures }) {
      const start = performance.now();
      const verdict = await verifyLedger({
        store,
        appId: app.id,
        ...(signatures ? { jwks: keys.jwks } : {}),
      });
      const seconds = (performance.now() - start) / 1000;
      if (!verdict.ok || verdict.records !== people)
        throw new Error("the ledger does not hold what was written");
      return people / seconds;
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
