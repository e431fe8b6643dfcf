import type { Clock, Field } from "@shiming/contract";
import { type BlockReason, type Collected, declaredIn, sift } from "./collect.ts";
import type { GrantRegistry } from "./grant-registry.ts";
import { isSamePurpose } from "./purpose-change.ts";
import { isDefined, type Purpose, type SchemaPart } from "./purpose.ts";
import type { FormSchema } from "./schema/form-schema.ts";
import type { FieldIssue } from "./schema/validated-form.ts";
import { validateFields } from "./schema/validate-fields.ts";

const NOTHING: ReadonlySet<Field> = new Set();

/** What goes through: with a schema also what it has against the values. */
type Sifted = Collected<Field, unknown> & { readonly issues?: readonly FieldIssue[] };

/** Asks nobody: what the grant and this service know is enough, so that a form can be read while a page is made. */
export function createCollect({
  registry,
  clock,
}: {
  readonly registry: GrantRegistry;
  readonly clock: Clock;
}): (
  purpose: Purpose & Partial<SchemaPart<FormSchema>>,
  input: Readonly<Record<string, unknown>>,
  grant: unknown,
) => Sifted {
  return (purpose, input, grant) => {
    const issued = registry.lookup(grant);
    const isOfPurpose = issued !== undefined && isDefined(purpose) && isSamePurpose(issued.purpose, purpose);
    const usable = isOfPurpose && issued.expiresAt > clock.now() && !registry.isRevoked(issued);
    const declared = declaredIn(purpose);
    const reasonToBlock = (field: Field): BlockReason | undefined => {
      if (!declared.has(field)) return "not-in-purpose";
      if (!usable) return "no-grant";
      return issued.granted.has(field) ? undefined : "not-granted";
    };
    const sifted = sift(input, reasonToBlock);
    if (purpose.schema === undefined) return sifted;
    const granted = usable ? stillDeclared(issued.granted, declared) : NOTHING;
    const { data, issues } = validateFields(purpose.schema(), { form: sifted.data, granted });
    return { data, blocked: sifted.blocked, issues };
  };
}

/** A purpose can have lost a field since the person granted it; mostly it has not. */
function stillDeclared(granted: ReadonlySet<Field>, declared: ReadonlySet<Field>): ReadonlySet<Field> {
  for (const field of granted) {
    if (!declared.has(field)) return new Set([...granted].filter((one) => declared.has(one)));
  }
  return granted;
}
