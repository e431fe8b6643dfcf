import { string } from "zod";
import type { ZodString } from "zod";
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
  const { locale = "en" } = options;
  return string().check((payload) => {
    const parsed = kind.parse(payload.value, options);
    if (parsed.valid) payload.value = parsed.value;
    else payload.issues.push(...parsed.findings.filter(isError).map((finding) => issueOf(finding, locale)));
  });
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
