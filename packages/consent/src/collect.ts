import { isField, type Field } from "@shiming/contract";
import type { Purpose } from "./purpose.ts";
import { rememberedBy } from "./remembered-by.ts";
import type { FormSchema } from "./schema/form-schema.ts";
import type { ValidData } from "./schema/narrowed-schema.ts";
import type { FieldIssue } from "./schema/validated-form.ts";

/** Something that was sent in and not let through. */
export interface BlockedField {
  /** The field, or `unknown` for a name that is no field: such a name may itself hold a value. */
  readonly field: Field | "unknown";
  readonly reason: BlockReason;
}

/**
 * Why a field was not let through: the purpose does not name it, the person did not grant it,
 * the grant does not hold, the name is no field, or reading the value failed.
 */
export type BlockReason = "not-in-purpose" | "not-granted" | "no-grant" | "unknown-field" | "unreadable";

/** A form after the guard; `V` is what its values are. */
export interface Collected<F extends Field, V> {
  /** What was let through. A field is absent when the form did not have it, or when it is among `blocked`. */
  readonly data: { readonly [Each in F]?: V };
  readonly blocked: readonly BlockedField[];
}

/** A form after the guard and the app's own schema; `S` is that schema. */
export interface Validated<S extends FormSchema, F extends Field> {
  /** What was let through, as the schema gives it. Any field can be absent: not sent, dropped, or not valid. */
  // With `never` for a schema there is no member, and then nobody has this type.
  // oxlint-disable-next-line typescript/no-generated-empty-object-type
  readonly data: ValidData<S, F>;
  readonly blocked: readonly BlockedField[];
  /** What the schema has against fields that were granted. They are not in `data`. */
  readonly issues: readonly FieldIssue[];
}

/** What `collect` gives: with a schema what that makes of it, without one the values as they came. */
export type CollectedBy<S extends FormSchema, F extends Field, V> = [S] extends [never]
  ? Collected<F, V>
  : Validated<S, F>;

/** The fields of a purpose. */
export const declaredIn: (purpose: Pick<Purpose, "required" | "optional">) => ReadonlySet<Field> =
  rememberedBy(({ required, optional }) => new Set<Field>([...required, ...optional]));

/** Lets through what was granted and reports the rest. It never refuses: the service goes on without (PIPL 16). */
export function sift<F extends Field, V>(
  input: Readonly<Record<string, V>>,
  reasonToBlock: (field: Field) => BlockReason | undefined,
): Collected<F, V> {
  const data: Record<string, V> = {};
  const blocked: BlockedField[] = [];
  // What was read from JSON may be `null`, whatever its type says.
  const form = input ?? {};
  for (const name of Object.keys(form)) {
    const hindrance = hindranceTo(name, reasonToBlock);
    if (hindrance !== undefined) {
      blocked.push(hindrance);
      continue;
    }
    try {
      // Read only now: a getter of a field that is blocked is not touched. It is one of the form's own names.
      data[name] = form[name] as V;
    } catch {
      // What a getter throws may quote the value. Only fields come as far as this.
      blocked.push({ field: name as Field, reason: "unreadable" });
    }
  }
  // Every key has just passed the caller's rule, which lets only fields of `F` through.
  return { data: data as Collected<F, V>["data"], blocked };
}

function hindranceTo(
  name: string,
  reasonToBlock: (field: Field) => BlockReason | undefined,
): BlockedField | undefined {
  if (!isField(name)) return { field: "unknown", reason: "unknown-field" };
  const reason = reasonToBlock(name);
  return reason && { field: name, reason };
}
