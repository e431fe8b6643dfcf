import type { Field, KnownField } from "@shiming/contract";
import { type CompleteLabel, FIELD_LABELS, type FieldLabel, type FieldLevel } from "../field-labels.ts";
import { PROFILES, type ProfileSettings } from "../profile.ts";

/** Gives the label of a field; `undefined` for one that nobody has labelled. */
export type LabelLookup = (field: Field) => FieldLabel | undefined;

/** A name beside the number of the same person's document is an aggregate of class S8 (TC260-PG-20244A). */
const AGGREGATES: readonly (readonly [name: Field, idNumber: Field])[] = [
  ["name", "id-document-number"],
  ["legal-representative-name", "legal-representative-id-number"],
];
const ID_NUMBERS: ReadonlySet<Field> = new Set(AGGREGATES.map(([, idNumber]) => idNumber));

/** Whether a field is the number of an identity document. */
export function isIdNumber(field: Field): boolean {
  return ID_NUMBERS.has(field);
}

/** The labels of this package; an app's own fields have none here. */
export const knownLabel: LabelLookup = (field) =>
  // `Object.hasOwn` has just said that it is a key of the table.
  Object.hasOwn(FIELD_LABELS, field) ? FIELD_LABELS[field as KnownField] : undefined;

/**
 * Fills in what a label leaves out, and keeps the floor of GB/T 43697-2024: sensitive personal information is never below
 * level 4, ordinary personal information never below 2.
 */
export function completeLabel(label: FieldLabel): CompleteLabel {
  const kind = label.class ?? "other";
  const sensitive = label.sensitive || /^S[1-8]$/.test(kind);
  const floor = sensitive ? 4 : kind === "organisation" ? 1 : 2;
  // The larger of two levels is a level.
  const level = Math.max(label.level ?? floor, floor) as FieldLevel;
  return { en: label.en, zh: label.zh, sensitive, class: kind, level };
}

/**
 * The labels of fields that are handled together, which can weigh more than each alone. A field without a label is left
 * out.
 */
export function labelFields(
  fields: readonly Field[],
  label: LabelLookup = knownLabel,
  settings: Pick<ProfileSettings, "idNumberSensitive"> = PROFILES.default,
): ReadonlyMap<Field, CompleteLabel> {
  const labels = new Map<Field, CompleteLabel>();
  for (const field of fields) {
    const found = label(field);
    if (found === undefined) continue;
    const isOrdinary = isIdNumber(field) && !settings.idNumberSensitive;
    labels.set(field, completeLabel(isOrdinary ? { ...found, sensitive: false, level: 3 } : found));
  }
  if (!settings.idNumberSensitive) return labels;
  for (const [name, idNumber] of AGGREGATES) {
    const found = labels.get(name);
    if (found && labels.has(idNumber)) labels.set(name, { ...found, sensitive: true, class: "S8", level: 4 });
  }
  return labels;
}
