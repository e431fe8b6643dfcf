import type { Field } from "@shiming/contract";
import type { NecessaryItem } from "./app-type-facts.ts";
import type { Purpose } from "./purpose.ts";

/**
 * The required fields that nothing makes necessary: neither the national list nor a law. Of a group of the list of which
 * one item is enough, one alone is necessary.
 */
export function unnecessaryFields(purpose: Purpose, necessary: readonly NecessaryItem[]): readonly Field[] {
  if (purpose.function === "extended" || purpose.basis.article !== "13.1") return [];
  const taken = new Set<string>();
  return purpose.required.filter((field) => {
    const items = necessary.filter((item) => item.field === field);
    const isOpen = ({ alternativeGroup: group }: NecessaryItem): boolean =>
      group === undefined || !taken.has(group);
    const item = items.find(isOpen);
    if (item?.alternativeGroup !== undefined) taken.add(item.alternativeGroup);
    return item === undefined;
  });
}
