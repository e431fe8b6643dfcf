import { parseArgs } from "node:util";
import type { Profile } from "@shiming/consent";

/** How findings are written. */
export type Format = "text" | "json" | "sarif";

/** What the command line asks for. */
export type LintArguments =
  | {
      readonly kind: "lint";
      readonly files: readonly string[];
      readonly config: string;
      readonly format: Format;
      /** Default: the profile of the app. */
      readonly profile?: Profile;
    }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

/** How to call the command. */
export const LINT_USAGE = `Usage: shiming-consent lint [--config consent.config.ts] [--format text] [--profile P] <files...>

  files      AndroidManifest.xml, Info.plist (XML), module.json5, app.json (WeChat), web-permissions.json
  --config   module with app, purposes and sdks (default consent.config.ts)
  --format   text, json or sarif (default text)
  --profile  default, cautious or draft (default: the profile of the app)
  --help     this text

Exit code: 0 no error, 1 at least one finding of level error, 2 wrong use or a file that cannot be read.
`;

const FORMATS: readonly Format[] = ["text", "json", "sarif"];
const PROFILES: readonly Profile[] = ["default", "cautious", "draft"];

/** Reads the arguments after `lint`. */
export function parseLintArguments(args: readonly string[]): LintArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        config: { type: "string", default: "consent.config.ts" },
        format: { type: "string", default: "text" },
        profile: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) return { kind: "help" };
    const format = FORMATS.find((one) => one === values.format);
    const profile = PROFILES.find((one) => one === values.profile);
    if (format === undefined) return mistake(`--format must be one of ${FORMATS.join(", ")}`);
    if (values.profile !== undefined && profile === undefined) {
      return mistake(`--profile must be one of ${PROFILES.join(", ")}`);
    }
    if (positionals.length === 0) return mistake("name at least one file");
    const { config } = values;
    return { kind: "lint", files: positionals, config, format, ...(profile && { profile }) };
  } catch (error) {
    return mistake(error instanceof Error ? error.message : "the arguments cannot be read");
  }
}

function mistake(message: string): LintArguments {
  return { kind: "mistake", message };
}
