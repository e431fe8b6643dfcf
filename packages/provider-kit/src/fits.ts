import {
  CHECK_FIELDS,
  type Capability,
  type Check,
  type Field,
  type FieldTree,
  type SealedCheck,
} from "@shiming/contract";

/**
 * Whether a check is one that a capability covers: the same kind, exactly the same fields, an allowed mode.
 *
 * Name the check as type argument, and the parts that the fields promise are there for the compiler too.
 *
 * @example
 * ```ts
 * import type { Capability, SealedCheck } from "@shiming/contract";
 * import { fits } from "@shiming/provider-kit";
 *
 * type ThreeElements = { kind: "phone"; phone: string; name: string; idNumber: string };
 * const capability: Capability = { kind: "phone", fields: ["mobile-number", "name", "id-document-number"] };
 *
 * export const idNumberOf = (check: SealedCheck) =>
 *   fits<ThreeElements>(capability, check) ? check.idNumber : undefined;
 * ```
 */
export function fits<C extends Check>(capability: Capability, check: SealedCheck): check is SealedCheck<C> {
  if (check.kind !== capability.kind) return false;
  const fields = sealedFields(check);
  if (fields.size !== new Set(capability.fields).size) return false;
  if (!capability.fields.every((field) => fields.has(field))) return false;
  return (
    capability.modes === undefined ||
    (check.kind === "network-identity" && capability.modes.includes(check.mode))
  );
}

/** The fields that a sealed check sends. */
export function sealedFields(check: SealedCheck): ReadonlySet<Field> {
  const fields = new Set<Field>();
  collect(check, CHECK_FIELDS[check.kind], fields);
  return fields;
}

function collect(parts: object, tree: FieldTree, into: Set<Field>): void {
  for (const [part, branch] of Object.entries(tree)) {
    // Reading an interface by key; the table names declared parts only.
    const value = (parts as { readonly [part: string]: unknown })[part];
    if (typeof value !== "object" || value === null) continue;
    if (typeof branch === "string") into.add(branch);
    else collect(value, branch, into);
  }
}
