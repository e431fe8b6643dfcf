/** Names in messages. A caller may put a value where a name belongs: only what looks like a name is told. */
import { isField } from "@shiming/contract";

/** Fields by name, in the order given. */
export function fieldNames(fields: readonly string[]): string {
  return fields.map((field) => (isField(field) ? field : "an unknown field")).join(", ");
}

/** A purpose, a feature, a permission or another code of the manifest. Five digits in a row are no part of a code. */
export function codeName(code: string | undefined): string {
  const isCode = code !== undefined && /^[A-Za-z][\w.:-]{0,63}$/.test(code) && !/\d{5}/.test(code);
  return isCode ? `"${code}"` : "(not a code)";
}
