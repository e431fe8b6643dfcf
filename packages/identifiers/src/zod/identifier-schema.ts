import { string } from "zod";
import type { core, ZodString } from "zod";
import { readCivilDate } from "../civil-date.ts";
import { findingMessages } from "../finding-messages.ts";
import type { Finding, IdentifierKind, ParseOptions } from "../identifier-kind.ts";

/** How a schema reads, and in which language it complains. */
export interface IdentifierSchemaOptions extends ParseOptions {
  /** The language of messages; default "en". */
  readonly locale?: "en" | "zh";
}

/**
 * A zod schema for one kind: takes what `parse` takes, gives the canonical form. Each error finding is an issue, with its
 * code and place in `params` and a message that never holds the value.
 *
 * @throws CivilDateError where `asOf` is not a real date
 * @example
 * ```ts
 * import { residentId } from "@shiming/identifiers";
 * import { identifierSchema } from "@shiming/identifiers/zod";
 *
 * const schema = identifierSchema(residentId, { locale: "zh", lenient: true });
 * schema.parse("110105 19491231 002x"); // "11010519491231002X"
 * ```
 */
/* @__NO_SIDE_EFFECTS__ */
export function identifierSchema(
  kind: IdentifierKind<unknown>,
  options: IdentifierSchemaOptions = {},
): ZodString {
  const { locale = "en", asOf } = options;
  if (asOf !== undefined) readCivilDate(asOf, "asOf");
  return string({ error: (issue) => notText(issue, locale) }).check((payload) => {
    const parsed = kind.parse(payload.value, options);
    if (parsed.valid) payload.value = parsed.value;
    else payload.issues.push(...parsed.findings.filter(isError).map((finding) => issueOf(finding, locale)));
  });
}

/** Takes the input out of the issue too, as `issueOf` does: what is no text can be a number that is somebody's. */
function notText(issue: core.$ZodRawIssue, locale: "en" | "zh"): string {
  // Declared for reading alone; zod reads it after it has asked for the message.
  (issue as { input: unknown }).input = undefined;
  return findingMessages.NOT_A_STRING[locale];
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

/** The input stays out: zod would hand it on where an app asked it to report inputs. */
function issueOf(
  { code, at }: Finding,
  locale: "en" | "zh",
): {
  code: "custom";
  input: undefined;
  message: string;
  params: Record<string, unknown>;
} {
  const message = findingMessages[code][locale];
  return { code: "custom", input: undefined, message, params: at === undefined ? { code } : { code, at } };
}
