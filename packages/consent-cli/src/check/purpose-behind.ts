import type { GuardedPermission, Purpose } from "@shiming/consent";
import type { Field } from "@shiming/contract";
import type { ConsentConfig } from "../config.ts";
import type { RuleId } from "../rules.ts";

/** Why no purpose stands behind a permission, or `undefined` where one does. */
export interface Unfounded {
  readonly ruleId: RuleId;
  readonly message: string;
  readonly advice: string;
}

/** Every field of a purpose: required and optional. */
export function fieldsOf(purpose: Purpose): readonly Field[] {
  return [...purpose.required, ...purpose.optional];
}

/**
 * A purpose stands behind a permission when it names a field that the permission yields. Where the vocabulary has no
 * such field, `config.permissions` names the purpose; for data that are known it cannot stand in for the field.
 */
export function missingPurpose(config: ConsentConfig, permission: GuardedPermission): Unfounded | undefined {
  const { name, fields, group } = permission;
  const yields = (purpose: Purpose): boolean => fieldsOf(purpose).some((field) => isOneOf(fields, field));
  if (config.purposes.some(yields)) return undefined;
  const linked = config.purposes.find(
    ({ id }) => Object.hasOwn(config.permissions, name) && config.permissions[name] === id,
  );
  if (linked !== undefined && (fields.length === 0 || fieldsOf(linked).some(isOwnField))) return undefined;

  const read = group.name.en.toLowerCase();
  if (linked !== undefined) {
    return {
      ruleId: "IC-4-1",
      message: `${name}: purpose "${linked.id}" stands behind it and names none of ${list(fields)}`,
      advice: "Name the field in the purpose, or remove the permission.",
    };
  }
  const message =
    fields.length === 0
      ? `${name} (${read}) is declared and no purpose stands behind it`
      : `${name} (${read}) yields ${list(fields)}, and no purpose names one of them`;
  const advice =
    fields.length === 0
      ? "Remove the permission, or name its purpose in config.permissions."
      : "Remove the permission, or define a purpose with the field.";
  return { ruleId: ruleFor(config, permission), message, advice: `${advice}${instead(permission)}` };
}

/** The rule that says it most closely. */
function ruleFor({ app }: ConsentConfig, { group, fields }: GuardedPermission): RuleId {
  if (group.id === "self-start") return "MN-03";
  if (group.id === "installed-apps") return "GF-07";
  return app.necessary.some(({ field }) => isOneOf(fields, field)) ? "GF-10" : "IC-4-1";
}

/** What the catalogue would rather see, as a sentence to add. */
export function instead({ group }: GuardedPermission): string {
  return group.preferInstead === undefined ? "" : ` Better: ${group.preferInstead.en}.`;
}

function isOneOf(fields: readonly Field[], field: Field): boolean {
  return fields.includes(field);
}

function isOwnField(field: Field): boolean {
  return field.startsWith("app:");
}

function list(fields: readonly Field[]): string {
  return fields.join(", ");
}
