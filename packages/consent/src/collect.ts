import { isField, type Field } from "@shiming/contract";
import type { Purpose } from "./purpose.ts";

/** Something that was sent in and not let through. */
export interface BlockedField {
  /** The field, or `unknown` for a name that is no field: such a name may itself hold a value. */
  readonly field: Field | "unknown";
  readonly reason: BlockReason;
}

/**
 * Why a field was not let through: the purpose does not name it, the person did not grant it,
 * the grant does not hold, or the name is no field.
 */
export type BlockReason = "not-in-purpose" | "not-granted" | "no-grant" | "unknown-field";

/** A form after the guard; `V` is what its values are. */
export interface Collected<F extends Field, V> {
  /** What was let through. A field is absent when the form did not have it, or when it is among `blocked`. */
  readonly data: { readonly [Each in F]?: V };
  readonly blocked: readonly BlockedField[];
}

/** The fields of a purpose. */
export function declaredIn(purpose: Pick<Purpose, "required" | "optional">): ReadonlySet<Field> {
  return new Set<Field>([...purpose.required, ...purpose.optional]);
}

/** Lets through what was granted and reports the rest. It never refuses: the service goes on without (PIPL 16). */
export function sift<F extends Field, V>(
  input: Readonly<Record<string, V>>,
  reasonToBlock: (field: Field) => BlockReason | undefined,
): Collected<F, V> {
  const data: Record<string, V> = {};
  const blocked: BlockedField[] = [];
  // What was read from JSON may be `null`, whatever its type says.
  for (const [name, value] of Object.entries(input ?? {})) {
    if (!isField(name)) {
      blocked.push({ field: "unknown", reason: "unknown-field" });
      continue;
    }
    const reason = reasonToBlock(name);
    if (reason === undefined) data[name] = value;
    else blocked.push({ field: name, reason });
  }
  // Every key has just passed the caller's rule, which lets only fields of `F` through.
  return { data: data as Collected<F, V>["data"], blocked };
}
