import type { ListedField } from "@shiming/contract";
import type { LocalizedText } from "./localized-text.ts";

/** What the national list says of one type of app. */
export interface AppTypeFacts {
  /** Where it is written. */
  readonly clause: string;
  readonly name: LocalizedText;
  /** Empty for the 13 types whose basic function needs no personal information. */
  readonly necessary: readonly NecessaryItem[];
}

/** One item of personal information that a basic function may need. */
export interface NecessaryItem {
  readonly field: ListedField;
  /** Whose data it is, such as `registered-user` or `consignee`. */
  readonly subject: string;
  /** Only in this case, such as `etc-service`. */
  readonly when?: string;
  /** The official wording ends in 等: anything beyond the named items needs review. */
  readonly openEnded?: boolean;
  /** One item of the group is enough. */
  readonly alternativeGroup?: string;
}
