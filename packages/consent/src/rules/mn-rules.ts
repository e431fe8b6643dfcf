/** The notices of the industry ministry: MN-01 to MN-05. */
import { MN_ASKING } from "./mn-asking.ts";
import { MN_LISTS } from "./mn-lists.ts";
import { MN_SDKS } from "./mn-sdks.ts";
import type { Rule } from "./model.ts";

/** Every rule of group MN, in the order of their ids. */
export const MN_RULES: readonly Rule[] = [...MN_LISTS, ...MN_ASKING, ...MN_SDKS].toSorted((one, other) =>
  one.id.localeCompare(other.id),
);
