import { ShimingError, StoreError } from "@shiming/contract";

/**
 * Translates what `node:sqlite` and `node:fs` throw. Of the foreign error only its code is told, because its text may
 * hold a path or a value. SQLite's numbers are at https://sqlite.org/rescode.html.
 */
export function translated<T>(doing: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof ShimingError) throw error;
    throw new StoreError("STORE_FAILED", `could not ${doing} (${codeOf(error)})`);
  }
}

/** Whether another connection holds the lock: SQLITE_BUSY, or one of its extended codes. */
export function isBusy(error: unknown): boolean {
  return (sqliteCode(error) ?? 0) % 256 === 5;
}

function codeOf(error: unknown): string {
  const sqlite = sqliteCode(error);
  if (sqlite !== undefined) return `SQLite code ${sqlite}`;
  if (!(error instanceof Error)) return "unknown code";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return typeof error.errcode === "number" ? error.errcode : undefined;
}
