import type { PersonalField } from "../../journal.ts";
import type { Problem } from "../../problem.ts";
import type { Reply } from "../../reply.ts";

/** An answer of this wire with the code the journal keeps, or a problem still to be written. */
export type Outcome = (
  Problem | { readonly kind: "answered"; readonly reply: Reply; readonly status: string }
) & {
  /** Personal fields that were present. Default none. */
  readonly fields?: readonly PersonalField[];
};
