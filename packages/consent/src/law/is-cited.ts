/** Whether a law, a contract or a reference was named: a blank is none. */
export function isCited(reference: string | undefined): boolean {
  return typeof reference === "string" && reference.trim() !== "";
}
