import type { Check } from "./check.ts";
import { CHECK_FIELDS, type FieldTree, type SealedCheck } from "./check-fields.ts";
import type { Field } from "./field.ts";
import type { Sealer } from "./sealed.ts";

type Parts = { readonly [part: string]: unknown };

/** The personal parts that are there, in the order of the table: `[path, field, value]`. */
export type PersonalPart = readonly [path: string, field: Field, value: string];

/** Lists the personal parts of a check: what will be sent, read from the values and not from the type. */
export function personalParts(check: Check): readonly PersonalPart[] {
  return leavesOf(check).filter((leaf): leaf is PersonalPart => typeof leaf[2] === "string");
}

/** The fields that this very check sends, each once: {@link FieldsOf} at run time, for a sealed check too. */
export function fieldsOf(check: Check | SealedCheck): readonly Field[] {
  return [...new Set(leavesOf(check).map(([, field]) => field))];
}

/** Replaces every personal part by a sealed one. */
export function sealCheck<C extends Check>(check: C, sealer: Sealer): SealedCheck<C> {
  // The walk follows the same table as the type, leaf by leaf; the compiler cannot see that.
  return sealParts(partsOf(check), CHECK_FIELDS[check.kind], sealer) as SealedCheck<C>;
}

function partsOf(check: object): Parts {
  // Reading an interface by key: every declared part is a string, an object of strings, or absent.
  return check as Parts;
}

/** A part that is there, sealed or not. One that is undefined is not there. */
type Leaf = readonly [path: string, field: Field, value: unknown];

function leavesOf(check: Check | SealedCheck): readonly Leaf[] {
  return collect(partsOf(check), CHECK_FIELDS[check.kind], "");
}

function collect(parts: Parts, tree: FieldTree, prefix: string): Leaf[] {
  return Object.entries(tree).flatMap(([part, branch]): Leaf[] => {
    const value = parts[part];
    if (value === undefined) return [];
    if (typeof branch === "string") return [[prefix + part, branch, value]];
    return isObject(value) ? collect(partsOf(value), branch, `${prefix}${part}.`) : [];
  });
}

function sealParts(parts: Parts, tree: FieldTree, sealer: Sealer): Parts {
  const sealed: Record<string, unknown> = { ...parts };
  for (const [part, branch] of Object.entries(tree)) {
    const value = parts[part];
    if (typeof branch === "string") {
      if (typeof value === "string") sealed[part] = sealer.seal(branch, value);
    } else if (isObject(value)) sealed[part] = sealParts(partsOf(value), branch, sealer);
  }
  return sealed;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
