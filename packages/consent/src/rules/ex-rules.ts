/** The rules in force besides the Method: EX-01 to EX-20. */
import { EX_BORDER } from "./ex-border.ts";
import { EX_CONSENT } from "./ex-consent.ts";
import { EX_FACE } from "./ex-face.ts";
import { EX_IDENTITY } from "./ex-identity.ts";
import { EX_KEEPING } from "./ex-keeping.ts";
import { EX_MANIFEST } from "./ex-manifest.ts";
import { EX_MINORS } from "./ex-minors.ts";
import { EX_RECIPIENTS } from "./ex-recipients.ts";
import { EX_WITHDRAWAL } from "./ex-withdrawal.ts";
import type { Rule } from "./model.ts";

/** Every rule of group EX, in the order of their ids. */
export const EX_RULES: readonly Rule[] = [
  ...EX_CONSENT,
  ...EX_MINORS,
  ...EX_RECIPIENTS,
  ...EX_BORDER,
  ...EX_WITHDRAWAL,
  ...EX_KEEPING,
  ...EX_FACE,
  ...EX_IDENTITY,
  ...EX_MANIFEST,
].toSorted((one, other) => one.id.localeCompare(other.id));
