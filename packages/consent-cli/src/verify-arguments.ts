import { parseArgs } from "node:util";

/** What the command line asks for. */
export type VerifyArguments =
  | {
      readonly kind: "verify";
      readonly file: string;
      /** Default: every app in the file. */
      readonly app?: string;
      /** Default: signatures are not checked. */
      readonly jwks?: string;
      /** What an earlier check said. */
      readonly known?: { readonly records: number; readonly head: string };
      readonly json: boolean;
    }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

/** How to call the command. */
export const VERIFY_USAGE = `Usage: shiming-consent verify [--app id] [--jwks file] [--known N:head] [--json] <db>

  db         a SQLite file of @shiming/store-sqlite; it is opened for reading only
  --app      check the ledger of this app (default: of every app in the file)
  --jwks     the app's public keys as a JWK set, JSON.stringify(keys.jwks); without it no signature is checked
  --known    what an earlier check printed as head: finds that the ledger was put back or replaced; needs --app
  --json     one JSON object a line
  --help     this text

Exit code: 0 every ledger holds, 1 one is broken or the file is not as its store writes it, 2 wrong use or a file that cannot be read.
`;

/** Reads the arguments after `verify`. */
export function parseVerifyArguments(args: readonly string[]): VerifyArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        app: { type: "string" },
        jwks: { type: "string" },
        known: { type: "string" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const { app, jwks, json, help } = values;
    if (help) return { kind: "help" };
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return mistake("name one file");
    const known = values.known === undefined ? undefined : parseKnown(values.known);
    if (known === null) return mistake("--known must be a number, a colon and a digest");
    if (known !== undefined && app === undefined) return mistake("--known needs --app");
    return {
      kind: "verify",
      file,
      json,
      ...(app && { app }),
      ...(jwks && { jwks }),
      ...(known && { known }),
    };
  } catch (error) {
    return mistake(error instanceof Error ? error.message : "the arguments cannot be read");
  }
}

function parseKnown(text: string): { readonly records: number; readonly head: string } | null {
  const [, records, head] = /^(\d{1,15}):([\w-]{43})$/.exec(text) ?? [];
  return records === undefined || head === undefined ? null : { records: Number(records), head };
}

function mistake(message: string): VerifyArguments {
  return { kind: "mistake", message };
}
