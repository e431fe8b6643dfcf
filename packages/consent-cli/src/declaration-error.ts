/** Why a file could not be read, as the `code` of a {@link DeclarationError}. */
export type DeclarationErrorCode =
  | "UNKNOWN_KIND"
  | "UNREADABLE"
  | "TOO_LARGE"
  | "TOO_DEEP"
  | "NOT_TEXT"
  | "BINARY_PLIST"
  | "DOCTYPE_SUBSET"
  | "MALFORMED";

const RULES = {
  UNKNOWN_KIND:
    "is none of AndroidManifest.xml, *.plist, module.json5, app.json (WeChat), web-permissions.json",
  UNREADABLE: "cannot be opened as a file",
  TOO_LARGE: "must not be larger than 1 MiB",
  TOO_DEEP: "must not nest deeper than 64 levels",
  NOT_TEXT: "must be UTF-8 text",
  BINARY_PLIST: "is a binary property list: convert it first, `plutil -convert xml1`",
  DOCTYPE_SUBSET: "must not declare entities or anything else inside its DOCTYPE",
  MALFORMED: "is malformed",
} as const satisfies Record<DeclarationErrorCode, string>;

/** A file that cannot be read as a declaration. Names file, line and rule, and never repeats a value of the file. */
export class DeclarationError extends Error {
  override readonly name: string = "DeclarationError";
  /** Stable; what programs go by. */
  readonly code: DeclarationErrorCode;
  /** As it was named to the reader. */
  readonly file: string;
  /** The rule that the file breaks. */
  readonly rule: string;
  /** From 1; absent where the whole file is meant. */
  readonly line: number | undefined;

  constructor(code: DeclarationErrorCode, at: { file: string; rule?: string; line?: number | undefined }) {
    const rule = at.rule ?? RULES[code];
    super(`${at.file}${at.line === undefined ? "" : `:${at.line}`}: ${rule}`);
    this.code = code;
    this.file = at.file;
    this.rule = rule;
    this.line = at.line;
  }
}
