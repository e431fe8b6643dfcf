/** The two lists 双清单 (信管函〔2021〕292号 2(2); NDSR 21(2) makes the form of a list general). */
import type { EventOf, RuleEvent } from "./event.ts";
import { defineRule } from "./define-rule.ts";
import type { DisclosureLists, Manifest } from "./manifest.ts";
import type { Finding, Rule } from "./model.ts";
import { codeName, fieldNames } from "./naming.ts";

type CollectedRow = NonNullable<DisclosureLists["collected"]>[number];
type SharedRow = NonNullable<DisclosureLists["shared"]>[number];

/** The second level of the menu at most. */
const MAX_MENU_LEVEL = 2;

/** 信管函〔2021〕292号 2(2). */
const twoLists = defineRule("MN-01", (_event, { manifest = {} }) => {
  if (!isHandlingData(manifest)) return undefined;
  const { lists } = manifest;
  const collected = lists?.collected ?? [];
  const shared = lists?.shared ?? [];
  if (lists === undefined) return { code: "LISTS_MISSING", message: "the manifest has no lists" };
  if (lists.menuLevel === undefined || lists.menuLevel > MAX_MENU_LEVEL) {
    return { code: "LISTS_TOO_DEEP", message: "lists.menuLevel is not 1 or 2" };
  }
  return incompleteRow(collected, shared) ?? missingRow(manifest, collected, shared);
});

function isHandlingData({ items = [], sdks = [], recipients = [], lists }: Manifest): boolean {
  return items.length + sdks.length + recipients.length > 0 || lists !== undefined;
}

function incompleteRow(
  collected: readonly CollectedRow[],
  shared: readonly SharedRow[],
): Finding | undefined {
  const bare =
    collected.find((row) => !row.purpose || !row.scene) ??
    shared.find((row) => !row.recipient || !row.purpose || !row.scene || !row.sharingMethod);
  return (
    bare && {
      code: "LIST_ROW_INCOMPLETE",
      message: `the row of ${fieldNames([bare.field])} lacks purpose, scene, recipient or sharing method`,
    }
  );
}

function missingRow(
  { sdks = [], items = [] }: Manifest,
  collected: readonly CollectedRow[],
  shared: readonly SharedRow[],
): Finding | undefined {
  const ofSdks = sdks.flatMap(({ name, fields = [] }) =>
    fields.map((field) => ({ field, initiator: `sdk:${name}` })),
  );
  const unlisted = [...items, ...ofSdks].find(
    ({ field, initiator = "app" }) =>
      !collected.some((row) => row.field === field && (row.initiator ?? "app") === initiator),
  );
  const unshared = items.find(({ field, recipients = [] }) =>
    recipients.some((id) => !shared.some((row) => row.field === field && row.recipient === id)),
  );
  const missing = unlisted ?? unshared;
  if (missing === undefined) return undefined;
  const collector = codeName(missing.initiator ?? "app");
  return { code: "LIST_ROW_MISSING", message: `${fieldNames([missing.field])}, ${collector}: has no row` };
}

/**
 * The lists as what was really done makes them: one row for each field, purpose and collector or recipient. The scene is
 * the feature, the sharing method the path and what was done to the data before.
 *
 * @param events - What was evaluated and allowed; any other event than `collect` and `share` is left out.
 * @param menuLevel - The level of the menu at which the app shows the lists. Default 2.
 * @example
 * ```ts
 * import { disclosureLists } from "@shiming/consent/rules";
 *
 * const { collected } = disclosureLists([
 *   { type: "collect", purpose: "sign-in", featureId: "sign-in", fields: ["mobile-number"] },
 * ]);
 * console.log(collected?.length); // 1
 * ```
 */
export function disclosureLists(
  events: readonly RuleEvent[],
  menuLevel: number = MAX_MENU_LEVEL,
): DisclosureLists {
  const collected = events.flatMap((event) => (event.type === "collect" ? collectedRows(event) : []));
  const shared = events.flatMap((event) => (event.type === "share" ? sharedRows(event) : []));
  return { menuLevel, collected: distinct(collected), shared: distinct(shared) };
}

function collectedRows(event: EventOf<"collect">): readonly CollectedRow[] {
  const { fields = [], purpose = "", featureId: scene = "", initiator = "app" } = event;
  return fields.map((field) => ({ field, purpose, scene, initiator }));
}

function sharedRows(event: EventOf<"share">): readonly SharedRow[] {
  const { fields = [], purpose = "", featureId: scene = "", recipient, path = "client" } = event;
  const sharingMethod = `${path}, ${event.transformation ?? "none"}`;
  return fields.map((field) => ({ field, recipient: recipient?.id ?? "", purpose, scene, sharingMethod }));
}

function distinct<Row extends object>(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

export const MN_LISTS: readonly Rule[] = [twoLists];
