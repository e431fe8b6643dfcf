import type { DeclaredRecipient } from "./manifest.ts";
import type { RuleContext } from "./model.ts";

/** What the manifest says of a recipient. */
export function declaredRecipient(id: string, { manifest }: RuleContext): DeclaredRecipient | undefined {
  return manifest?.recipients?.find((recipient) => recipient.id === id);
}
