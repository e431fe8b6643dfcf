import type { FormIssue } from "./form-schema.ts";

/** Said in place of a message that would repeat what was sent. */
export const PLAIN = "is not valid";

/**
 * The message of a schema about a value, unless it tells the value, or a name in it: valibot says what it received, and
 * zod the names it does not know. What was sent in stays out of reports, and so of logs.
 */
export function issueMessage(issue: FormIssue | undefined, value: unknown): string {
  if (issue === undefined) return PLAIN;
  const { message, path = [] } = issue;
  return textsAt(value, path).some((text) => tells(message, text)) ? PLAIN : message;
}

function tells(message: string, text: string): boolean {
  // One letter is in most sentences; in quotes it is a value.
  return text.length > 1 ? message.includes(text) : text !== "" && message.includes(`"${text}"`);
}

/** What a message about this place could repeat: the value there, and names that came with it. */
function textsAt(value: unknown, path: NonNullable<FormIssue["path"]>): readonly string[] {
  let here = value;
  let name = "";
  for (const step of path) {
    const key = typeof step === "object" ? step.key : step;
    // Nothing was sent there, so the name is the schema's own.
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, key)) return [];
    name = typeof key === "string" ? key : "";
    // Any object can be read by any key; it may not be there.
    here = (here as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  if (Array.isArray(here)) return [name];
  return typeof here === "object" && here !== null ? [name, ...Object.keys(here)] : [name, String(here)];
}
