import { resolve } from "node:path";
import { type JwkSet, LEDGER_FAULTS, type LedgerVerdict, verifyLedger } from "@shiming/consent";
import { UsageError } from "@shiming/contract";
import type { Command, CommandContext } from "./command.ts";
import { DeclarationError } from "./declaration-error.ts";
import { readBounded } from "./read-file.ts";
import { SNAPSHOT_FAULTS, type SnapshotFault, type SnapshotFinding } from "./snapshot-faults.ts";
import { snapshotErrorOf } from "./snapshot-error.ts";
import { openSqliteSnapshot, type SqliteSnapshot } from "./sqlite-snapshot.ts";
import { parseVerifyArguments, VERIFY_USAGE, type VerifyArguments } from "./verify-arguments.ts";

/** `shiming-consent verify`: checks the hash chain of a consent ledger, and says where it broke. */
export const verifyCommand: Command = {
  summary: "check the hash chain of a consent ledger, and say where it broke",
  run: async (context) => {
    const asked = parseVerifyArguments(context.args);
    if (asked.kind === "help") {
      context.out(VERIFY_USAGE);
      return 0;
    }
    if (asked.kind === "mistake") return refuse(context, `${asked.message}\n\n${VERIFY_USAGE}`);
    return verify(context, asked);
  },
};

type Asked = Extract<VerifyArguments, { kind: "verify" }>;

async function verify(context: CommandContext, asked: Asked): Promise<number> {
  const jwks = asked.jwks === undefined ? undefined : await readKeys(context, asked.jwks);
  if (jwks === null) return refuse(context, `${asked.jwks} cannot be read as a JWK set\n`);
  try {
    const snapshot = openSqliteSnapshot(resolve(context.cwd, asked.file));
    try {
      return await verifyApps(context, { ...asked, snapshot, keys: jwks });
    } finally {
      snapshot.close();
    }
  } catch (error) {
    const unreadable = snapshotErrorOf(error);
    if (unreadable !== undefined) return refuse(context, `${asked.file} ${unreadable.message}\n`);
    // A key that is none, or an app that no key can be made of.
    if (error instanceof UsageError) return refuse(context, `${error.message}\n`);
    throw error;
  }
}

type Task = Asked & { readonly snapshot: SqliteSnapshot; readonly keys: JwkSet | undefined };

async function verifyApps(context: CommandContext, task: Task): Promise<number> {
  const { snapshot, file, keys, known, json } = task;
  const apps = appsToCheck(snapshot, task);
  if (apps.length === 0) return refuse(context, `${file} holds no such consent ledger\n`);
  const faults = [...snapshot.numberFaults(), ...apps.flatMap((appId) => snapshot.logFaults(appId))];
  for (const fault of faults) {
    context.out(json ? `${JSON.stringify({ file, ok: false, ...fault })}\n` : toldOfFile(file, fault));
  }
  // By such numbers the lines have no order.
  if (faults.some(({ reason }) => NO_ORDER.has(reason))) return 1;
  let broken = faults.length;
  for (const appId of apps) {
    const options = { store: snapshot, appId, ...(keys && { jwks: keys }), ...(known && { known }) };
    // oxlint-disable-next-line no-await-in-loop -- one ledger after the other: memory
    const verdict = await verifyLedger(options);
    if (!verdict.ok) broken += 1;
    context.out(json ? `${JSON.stringify({ app: appId, ...verdict })}\n` : told(appId, verdict));
  }
  return broken === 0 ? 0 : 1;
}

const NO_ORDER: ReadonlySet<SnapshotFault> = new Set(["count-missing", "number-out-of-range"]);

/** A misspelt app has no ledger; one that is known to have had some is checked even if nothing is left of it. */
function appsToCheck(snapshot: SqliteSnapshot, { app, known }: Asked): readonly string[] {
  if (app !== undefined && known !== undefined) return [app];
  return snapshot.apps().filter((one) => app === undefined || one === app);
}

function toldOfFile(file: string, { reason, entry }: SnapshotFinding): string {
  const about = entry === undefined ? "" : `\n  entry ${entry}`;
  return `${file}: broken: ${SNAPSHOT_FAULTS[reason]} [${reason}]${about}\n`;
}

function told(appId: string, verdict: LedgerVerdict): string {
  if (verdict.ok) {
    const { records, head, signatures } = verdict;
    const checked = signatures ? "signatures hold" : "signatures not checked: give --jwks";
    return `${appId}: ${records} records, ${checked}\n  head ${records}:${head}\n`;
  }
  const { at, sequence, reason, entry } = verdict;
  const where = at === 0 ? "" : `line ${at}${sequence === undefined ? "" : ` (sequence ${sequence})`} `;
  const about = entry === undefined ? "" : `\n  entry ${entry}`;
  return `${appId}: broken: ${where}${LEDGER_FAULTS[reason]} [${reason}]${about}\n`;
}

/** `null` for what is no JWK set; what is in it is for `verifyLedger` to look at. */
async function readKeys({ cwd }: CommandContext, file: string): Promise<JwkSet | null> {
  try {
    const bytes = await readBounded(resolve(cwd, file), file);
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    const hasKeys = typeof value === "object" && value !== null && "keys" in value;
    // Its keys are imported, and refused, one by one.
    return hasKeys ? (value as JwkSet) : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DeclarationError) return null;
    throw error;
  }
}

function refuse({ err }: CommandContext, message: string): 2 {
  err(`shiming-consent: ${message}`);
  return 2;
}
