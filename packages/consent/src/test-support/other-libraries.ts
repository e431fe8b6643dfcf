import type { FormIssue, FormSchema } from "../schema/form-schema.ts";

/** What is wrong with a value, if anything. */
export type TextCheck = (value: unknown) => string | undefined;

/** What each field must be. */
export type TextChecks = Readonly<Record<string, TextCheck>>;

/** A schema of a library that shows nothing but the Standard Schema, and takes no other names; every field must be there. */
export function opaqueSchema(
  checks: TextChecks,
  see: (value: unknown) => void = () => undefined,
): FormSchema {
  const validate = (value: unknown): { value: unknown } | { issues: readonly FormIssue[] } => {
    see(value);
    if (typeof value !== "object" || value === null) return { issues: [{ message: "must be an object" }] };
    const form = new Map<string, unknown>(Object.entries(value));
    const issues = Object.entries(checks).flatMap(([name, check]) => {
      const message = check(form.get(name));
      return message === undefined ? [] : [{ message, path: [{ key: name }] }];
    });
    const unknown = [...form.keys()].filter((name) => !Object.hasOwn(checks, name));
    issues.push(...unknown.map((name) => ({ message: `does not know ${name}`, path: [{ key: name }] })));
    return issues.length > 0 ? { issues } : { value: Object.fromEntries(form) };
  };
  return { "~standard": { version: 1, vendor: "opaque", validate } };
}

/** A schema of an object that shows those of its members, as valibot's do. */
export function entriesSchema(
  checks: TextChecks,
): FormSchema & { readonly entries: Readonly<Record<string, FormSchema>> } {
  const entries = Object.fromEntries(
    Object.entries(checks).map(([name, check]) => [name, memberSchema(check)]),
  );
  return { ...opaqueSchema(checks), entries };
}

function memberSchema(check: TextCheck): FormSchema {
  const validate = (value: unknown): { value: unknown } | { issues: readonly FormIssue[] } => {
    const message = check(value);
    return message === undefined ? { value } : { issues: [{ message }] };
  };
  return { "~standard": { version: 1, vendor: "entries", validate } };
}
