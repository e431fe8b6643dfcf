import type { Field } from "@shiming/contract";

/** What the app's schema has against a field. */
export interface FieldIssue {
  readonly field: Field;
  /** In the words of the schema, unless they would repeat what was sent. */
  readonly message: string;
}

/** A form after its schema. A field that was sent is in `data` or among the issues. */
export interface ValidatedForm<Data = Readonly<Record<string, unknown>>> {
  /** The fields that passed, as the schema gives them. */
  readonly data: Data;
  /** One for each field that failed: the first, as there may be as many as an array has members. */
  readonly issues: readonly FieldIssue[];
}
